import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { factsOf, shippedPolicies } from '../testing/shipped.ts';
import calendar from './calendar/cn.json' with { type: 'json' };
import * as api from './index.ts';
import {
  addWorkingDays,
  allocate,
  applyFix,
  baseYear,
  boundaryCases,
  canonicalJson,
  changeSentence,
  checkCreditCode,
  checkOrganisationCode,
  checkPolicy,
  classifySize,
  columnStore,
  columnsOf,
  comparePolicies,
  compile,
  compileColumns,
  coverCases,
  deriveFacts,
  describeNode,
  ENGINE_VERSION,
  evaluateReference,
  explain,
  findDoubts,
  formatNum,
  formatQuantity,
  impact,
  makeReceipt,
  matchHeaders,
  nextQuestions,
  nextQuestionsAfter,
  num,
  type PolicyDoc,
  type Pool,
  type Programs,
  panelSpread,
  parseNum,
  pathsTo,
  pickVersion,
  policiesFollowing,
  readFacts,
  replay,
  roundTo,
  rowToFacts,
  runCases,
  type Side,
  sentenceOf,
  sheetTotal,
  startWholeImpact,
  sweep,
  sweepFollowing,
  syntheticPopulation,
  type TextOnTrial,
  tellFinding,
  whatIf,
  witnessChanges,
  workingDaysBetween,
} from './index.ts';
import { parsePolicy } from './policy/parse.ts';

/** A firm with exactly 60 points in the national table for technology SMEs. */
const shipped = (name: string) => {
  const found = shippedPolicies().find((each) => each.name === name);
  if (!found) throw new Error(`no policy ${name}`);
  return found;
};
const { doc, cases } = shipped('tech-sme/2017-05-03');
const ladder = shipped('nbhtz-ladder/2020-11-23').doc;
const v2018 = shipped('nbhtz-ladder/2018-03-01').doc;
const v2020 = ladder;
const pools = shipped('nbhtz-three-pools/2018-03-01').doc;
const dates = { decision: '2026-03-31' };
const sixtyPoints = {
  registeredInChina: true,
  bannedProducts: false,
  employees: { '2025': '100' },
  scienceStaff: { '2025': '10' },
  revenue: { '2025': '100000000' },
  costExpense: { '2025': '90000000' },
  rdExpense: { '2025': '6000000' },
  totalAssets: { '2025': '100000000' },
  classIProperty: '0',
  classIIProperty: '1',
  hnteCertificate: false,
  rdInstitutionLevel: 'none',
  ledStandard: false,
};
const facts = factsOf(sixtyPoints);
const short = factsOf({ ...sixtyPoints, scienceStaff: { '2025': '9' } });
const size = doc.tiers[0]?.gates[1]?.when as NonNullable<PolicyDoc['tiers'][0]['gates'][0]>['when'];
const pool: Pool = { id: 'p', budget: '150', awards: [], order: [{ by: 'score', dir: 'desc' }], method: 'rankFull' };
const decision = evaluateReference(doc, dates, facts);
const receipt = makeReceipt({ doc, facts, dates, decision, engineVersion: ENGINE_VERSION });
const headers = matchHeaders(['营业收入 2025（万元）'], columnsOf(doc, dates));

// Each line here is the example in the docstring of the function, word for word, so that it is compiled and true.
describe('the examples of the docstrings', () => {
  test('deciding', () => {
    expect(evaluateReference(doc, dates, facts).best).toBe('tech-sme');
    expect(compile(doc, dates).evaluate(facts).best).toBe('tech-sme');
    expect(runCases(doc, cases, evaluateReference).results.every((result) => result.ok)).toBe(true);
    expect(deriveFacts([ladder], pools, dates, { zoneTier: { known: 'gazelle' } }).zoneTier).toEqual({
      known: 'gazelle',
    });
  });

  test('explaining', () => {
    expect(explain(doc, dates, facts).tree.kids[0]?.verdict).toBe('yes');
    expect(sentenceOf(explain(doc, dates, facts).tree, doc, 'en')).toBe(
      'Technology-based SME: you are at “Technology-based SME”.',
    );
    expect(describeNode(doc, size, 'zh-CN')).toBe('上一年度职工总数不超过 500 人');
    expect(formatQuantity('30000000', 'CNY', 'zh-CN')).toBe('3,000 万元');
  });

  test('advising', () => {
    expect(nextQuestions(doc, dates, {}, { max: 1 })[0]?.fact).toBe('registeredInChina');
    expect(nextQuestionsAfter([{ doc, dates, facts: {}, outline: explain(doc, dates, {}) }], { max: 1 }).length).toBe(
      1,
    );
    expect(pathsTo(doc, dates, short, 'tech-sme')[0]?.moves[0]).toMatchObject({
      kind: 'change',
      fact: 'scienceStaff',
    });
  });

  test('reading', () => {
    expect(parsePolicy({ schema: 1 }).ok).toBe(false);
    expect(readFacts(doc, { employees: { '2025': '100' }, listd: true }).ok).toBe(false);
    expect(findDoubts(ladder.facts, { registeredOn: { known: '2027-01-01' } }, '2026-05-01')[0]?.kind).toBe('future');
    expect(pickVersion([doc], 'tech-sme', { decision: '2017-05-02' })).toEqual({
      notInForce: { nextFrom: '2017-05-03' },
    });
    expect(baseYear({ decision: '2026-03-31' })).toBe(2025);
    expect(matchHeaders(['营业收入 2025（万元）'], columnsOf(doc, dates)).columns[0]?.column.key).toBe('revenue@2025');
    expect(rowToFacts(['3,000'], headers.columns).facts).toEqual({ revenue: { known: { '2025': '30000000' } } });
  });

  test('receipts', () => {
    expect(makeReceipt({ doc, facts, dates, decision, engineVersion: ENGINE_VERSION }).number).toMatch(/^TD-2026-/);
    expect(replay(receipt, [doc], evaluateReference).same).toBe(true);
    expect(canonicalJson({ b: 1, a: ['x', null] })).toBe('{"a":["x",null],"b":1}');
  });

  test('checking', () => {
    expect(applyFix(doc, { msg: { key: 'check.fix.remove-fact', args: {} } }) === doc).toBe(true);
    const errors = checkPolicy(ladder).filter((found) => found.level === 'error');
    expect(errors.map((found) => found.code)).toEqual(['untranslatable-open', 'untranslatable-open']);
    const told = errors.map((found) => tellFinding(found, ladder, 'zh-CN').text);
    expect(told[0]).toContain('还没有人确认');
  });

  test('comparing and giving out', () => {
    expect(comparePolicies(v2018, v2020).filter((change) => change.type === 'added')).not.toEqual([]);
    expect(allocate(pool, [{ id: 'a', want: '100', keys: { score: '80' } }]).grants[0]?.got).toBe('100');
  });

  test('trying changes on populations', () => {
    const firms = [facts, short];
    const { size, facts: factsAt } = { size: firms.length, facts: (i: number) => firms[i] ?? {} };
    expect(columnStore({ size: firms.length, facts: (i) => firms[i] ?? {} }).size).toBe(2);
    expect(compileColumns(doc, dates).run(columnStore({ size, facts: factsAt })).best).toEqual(Uint8Array.of(0, 255));
    expect(syntheticPopulation([doc], dates, { count: 1000, seed: 1 }).facts(0)).toHaveProperty('employees');
    const population = syntheticPopulation([v2018, v2020], dates, { count: 300, seed: 1 });
    expect(impact({ doc: v2018, dates }, { doc: v2020, dates }, population).matrix.flat()).toHaveLength(36);
    const slider = sweep(v2020, dates, 'tiers.1.routes.0.when.of.1.b.value', population);
    expect(slider.at('100%').standings.gazelle ?? 0).toBeLessThan(slider.at('0').standings.gazelle ?? 0);
    expect(sweep(v2020, dates, 'tiers.1.routes.0.when.of.1.b.value', population).at('25%').exact).toBe(true);
    const [change] = comparePolicies(v2018, v2020);
    if (change) expect(changeSentence(change, v2018, v2020, 'zh-CN')).toContain('：');
    expect(witnessChanges(v2018, v2020, dates).filter((w) => w.witnesses.length > 0)).not.toEqual([]);
    expect(boundaryCases(doc, dates).filter((one) => one.place === 'at').length).toBeGreaterThan(10);
    expect(coverCases(doc, cases).items.filter((item) => item.hits.yes === 0).length).toBeLessThan(10);
  });

  test('what follows from a change', () => {
    const named = policiesFollowing([ladder, pools], 'nbhtz-ladder', dates).map(({ id }) => id);
    expect(named).toEqual(['nbhtz-three-pools']);
  });

  test('the money of what follows', () => {
    const pools: TextOnTrial = { doc: shipped('nbhtz-three-pools/2018-03-01').doc, docs: [ladder], unread: [] };
    const textOf = (each: PolicyDoc): TextOnTrial => ({ doc: each, docs: [], unread: [] });
    const programOf = (side: Side) => compileColumns(side.doc, side.dates);
    const programs: Programs = { programOf, remembered: programOf };
    const judging = { dates, programs };
    const [before, after]: readonly [TextOnTrial, TextOnTrial] = [textOf(v2018), textOf(v2020)];
    expect(startWholeImpact({ before, after, following: [pools], dates }, programs).report().pools).toEqual({});
    const firms = syntheticPopulation([ladder, pools.doc], dates, { count: 300, seed: 1 });
    const slider = sweep(ladder, dates, 'tiers.1.routes.1.when.of.1.b.value', firms);
    const told = sweepFollowing({ slider, doc: ladder, following: [pools], firms }, ['15%', '20%'], judging)[1]?.pools;
    expect(Object.keys(told ?? {})).toContain('innovation-projects');
  });

  test('panels and rankings', () => {
    expect(sheetTotal([{ id: 'a', weight: 100, maxPoints: 10 }], { a: 800 })).toBe(8000);
    expect(panelSpread([8000, 8200, 8100], 150)?.mean).toBe(8100);
    const pool: Pool = {
      id: 'p',
      label: { 'zh-CN': '资金池' },
      budget: '100',
      awards: [],
      order: [{ by: 'score', dir: 'desc' }],
      method: 'rankFull',
    };
    const claims = [
      { id: 'low', want: '100', keys: { score: '80' } },
      { id: 'high', want: '100', keys: { score: '80.5' } },
    ];
    expect(whatIf(pool, claims, { points: '2' })[1]?.missesBy).toBe('0.51');
  });

  test('days, codes, sizes and numbers', () => {
    expect(addWorkingDays('2025-11-03', 10, calendar, { countStart: true })).toEqual({ day: '2025-11-14' });
    expect(workingDaysBetween('2025-10-01', '2025-10-09', calendar, { countStart: true })).toEqual({ days: 1 });
    expect(checkCreditCode('91350100M000100Y43').valid).toBe(true);
    expect(checkOrganisationCode('76452812-0').valid).toBe(true);
    expect(classifySize({ industry: 'industry', employees: '5000', revenue: '19990000' }).size).toBe('small');
    expect(parseNum('6%')).toEqual({ n: 3n, d: 50n });
    expect(formatNum(roundTo(num('2.5'), num('1'), 'halfEven'))).toBe('2');
  });
});

describe('docstrings', () => {
  const folder = new URL('./', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'index.ts')
    .map((path) => readFileSync(new URL(path, folder), 'utf8'));
  const here = readFileSync(new URL(import.meta.url), 'utf8').replace(/\s+/g, '');

  test('every example stands above, word for word', () => {
    const examples = sources.flatMap((text) =>
      [...text.matchAll(/@example (.+?)(?: \/\/ .*)?$/gm)].map((m) => m[1] ?? ''),
    );
    expect(examples.length).toBeGreaterThan(25);
    expect(examples.filter((example) => !here.includes(example.replace(/\s+/g, '')))).toEqual([]);
  });

  test('everything the package exports says what it is', () => {
    const bare = Object.keys(api).filter((name) => {
      const declared = new RegExp(`(\\*/\\n)?export (?:async )?(?:function|const|class) ${name}\\b`);
      const found = sources.map((text) => declared.exec(text)).find((match) => match !== null);
      return found?.[1] === undefined;
    });
    expect(bare).toEqual([]);
  });
});
