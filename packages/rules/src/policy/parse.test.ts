import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import everyKind from '../../fixtures/every-kind.policy.json';
import { diagnostics as en } from '../messages/en/diagnostics.ts';
import { diagnostics as zh } from '../messages/zh-CN/diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import { parsePolicy } from './parse.ts';
import { fixKeys, problemCodes } from './problem.ts';

type Json = Record<string, unknown>;
const copy = (): Json => structuredClone(everyKind) as Json;

/** Sets (or with undefined removes) what stands at a path of a fresh copy. */
function changed(...changes: readonly (readonly [string, unknown])[]): Json {
  const doc = copy();
  for (const [path, value] of changes) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<Json>((here, key) => here[key] as Json, doc);
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return doc;
}

function errorsOf(json: unknown): readonly Diagnostic[] {
  const parsed = parsePolicy(json);
  return parsed.ok ? [] : parsed.errors;
}

const codes = (json: unknown): string[] => errorsOf(json).map((e) => `${e.code} @ ${e.path}`);

const words = (
  message: { key: string; args: Readonly<Record<string, string>> },
  texts: Readonly<Record<string, string>>,
): string =>
  (texts[message.key] ?? `{${message.key}}`).replace(
    /\{(\w+)\}/g,
    (whole, name: string) => message.args[name] ?? whole,
  );

const ROUTE = 'tiers.1.routes.1';
const PEOPLE = `${ROUTE}.score.of.0.of`;
const CRITERIA = 'tiers.1.routes.0.when.of';
const lit = (value: string, unit: string) => ({ k: 'lit', value, unit });
const cny = lit('1', 'CNY');

/** One change to the sound document and the one error it must give. */
const broken: readonly (readonly [path: string, value: unknown, code: string, where?: string])[] = [
  // shape
  ['tiers.1.routes.0.when.of.0.b.value', '20 percent', 'bad-number'],
  ['tiers.1.routes.0.when.of.0.b.value', '1/0', 'bad-number'],
  ['tiers.1.routes.0.when.of.0.b.value', 'inf', 'bad-number'],
  ['tiers.1.routes.0.when.of.0.b.value', '1e6', 'bad-number'],
  ['tiers.1.routes.0.when.of.0.b.value', '9'.repeat(61), 'bad-number'],
  ['tiers.1.routes.0.when.of.0.b.value', 0.2, 'number-not-text'],
  ['tiers.1.routes.0.when.of.0.b.unti', 'ratio', 'unknown-key'],
  ['tiers.1.routes.0.when.of.0.a.k', 'grwoth', 'unknown-kind'],
  ['tiers.1.routes.0.when.of.0.a.k', undefined, 'missing'],
  ['tiers.1.routes.0.when.of.0.a', 7, 'wrong-type'],
  ['tiers.1.routes.0.when.of.0.op', 'more', 'unknown-word'],
  ['tiers.1.routes.0.when.of.0.a.years', 1.5, 'bad-count'],
  ['tiers.1.routes.0.when.of.0.a.years', 0, 'bad-count'],
  ['awards.0.pay.of.of', [], 'empty-list'],
  ['awards.0.for', 7, 'number-not-text'],
  ['awards.0.for', true, 'wrong-type'],
  ['awards.1.for.k', 'provide', 'unknown-kind'],
  ['awards.1.for.fact', undefined, 'missing'],
  ['version', '', 'empty-text'],
  ['schema', 2, 'unknown-word'],
  ['status', 'public', 'unknown-word'],
  ['stacks', undefined, 'missing'],
  ['facts.0.ifMissing', 'asks', 'unknown-word'],
  ['facts.0.ifMissing', 7, 'wrong-type'],
  ['facts.6.ifMissing.assume', 0, 'number-not-text'],
  ['facts.6.ifMissing.why', undefined, 'missing'],
  ['facts.0.id', 'Listed', 'bad-id', 'also'],
  ['inForce.from', '2026-02-30', 'bad-date'],
  ['facts.0.label', { en: 'Listed' }, 'text-missing', 'facts.0.label.zh-CN'],
  ['cite.0.basis', undefined, 'cite-without-basis'],
  ['cite.0.why', undefined, 'cite-without-why'],
  // names
  ['facts.1.id', 'listed', 'duplicate-id', 'also'],
  ['params.0.id', 'staff', 'duplicate-id', 'also'],
  ['awards.0.tranches.1.when.id', 'staff', 'duplicate-id'],
  ['awards.0.tranches.1.when.id', 'leads-the-field', 'duplicate-id'],
  ['awards.1.id', 'gazelle', 'duplicate-id', 'also'],
  ['pools.0.sub.0.id', 'main-pool', 'duplicate-id'],
  ['tiers.0.gates.1.id', 'young', 'duplicate-id'],
  ['tiers.0.gates.1.id', 'gazelle-award', 'duplicate-id'],
  ['facts.14.fields.2.id', 'on', 'duplicate-id', 'also'],
  ['facts.10.domain.values.1.id', 'materials', 'duplicate-id', 'also'],
  ['tiers.0.routes.0.when.id', undefined, 'judgement-without-id'],
  ['facts.2.partOf', 'staf', 'unknown-fact'],
  ['awards.0.for', 'gazele', 'unknown-tier'],
  ['stacks.0.awards.1', 'break', 'unknown-award'],
  ['pools.0.awards.1', 'match', 'unknown-award'],
  ['pools.0.order.0.by', 'point', 'unknown-order'],
  [`${ROUTE}.floors.0.indicator`, 'people', 'unknown-indicator'],
  ['awards.0.caps.0.used', 'recieved', 'unknown-fact'],
  ['awards.2.match.upstream', 'upstream', 'unknown-fact'],
  ['stacks.0.paidBefore', 'paid', 'unknown-fact'],
  ['awards.1.pay.paidBefore', 'paid', 'unknown-fact'],
  [`${CRITERIA}.3.a.rate.param`, 'usd', 'unknown-param'],
  [`${CRITERIA}.3.b.fact`, 'value', 'unknown-fact'],
  ['untranslatable.0.taints.0', 'start', 'unknown-target'],
  ['tiers.0.routes.1.when.where.of.0.fact', 'item.levle', 'unknown-field'],
  ['tiers.0.gates.1.when.of.0.fact', 'item.level', 'item-outside-list'],
  ['tiers.0.routes.1.when.list', 'prices', 'unknown-fact'],
  // kinds
  [`${CRITERIA}.3.b.year`, 'T', 'year-on-single'],
  [`${ROUTE}.score.of.1.of.of.0.by.year`, undefined, 'series-without-year'],
  [`${CRITERIA}.3.b.fact`, 'founded-on', 'fact-not-number'],
  [`${CRITERIA}.3.b.fact`, 'listed', 'fact-not-number'],
  ['tiers.0.gates.1.when.of.0.fact', 'staff', 'fact-not-word'],
  ['tiers.0.gates.1.when.of.0.values.1', 'helth', 'word-not-in-domain'],
  ['tiers.0.vetoes.0.when.values.0', 'yes', 'word-not-in-domain'],
  ['tiers.0.routes.1.when.list', 'revenue', 'fact-not-list'],
  [`${CRITERIA}.0.a.series`, 'staff', 'fact-not-series'],
  [`${CRITERIA}.1.a.num.series`, 'valuation', 'fact-not-series'],
  ['tiers.0.gates.0.when.a.from', 'staff', 'fact-not-date'],
  ['tiers.0.gates.0.when.a.to', 'staff', 'fact-not-date'],
  ['awards.2.match.upstream', 'staff', 'fact-not-money'],
  ['awards.2.match.upstream', 'valuation-usd', 'unit-not-expected'],
  ['facts.14.fields.0.type', 'bool', 'list-without-date', 'tiers.0.routes.1.when.withinYears'],
  ['facts.10.domain', undefined, 'enum-without-values'],
  ['facts.14.fields', undefined, 'list-without-fields', 'also'],
  ['facts.14.fields.1.type', 'list', 'field-not-single', 'also'],
  ['facts.1.domain.min', '100001', 'domain-reversed'],
  ['facts.2.partOf', 'founded-on', 'part-of-other-kind'],
  ['facts.1.partOf', 'science-staff', 'part-of-itself', 'also'],
  ['facts.0.derive', { policy: 'tech-sme', take: 'tier' }, 'derive-not-enum'],
  ['facts.6.ifMissing.assume', 'nothing', 'bad-assumption'],
  ['facts.12.ifMissing.assume.2025', '-1', 'bad-assumption'],
  // units
  [`${CRITERIA}.0.b.unit`, 'CNY', 'unit-mismatch', `${CRITERIA}.0.b`],
  [`${CRITERIA}.3.a`, { k: 'fact', fact: 'valuation-usd' }, 'currency-mismatch', `${CRITERIA}.3.b`],
  ['awards.0.pay.of.of.0.of.0.of.0.unit', 'CNY', 'unit-of-product', 'awards.0.pay.of.of.0.of.0'],
  [`${CRITERIA}.1.a.num`, { k: 'fact', fact: 'staff' }, 'unit-of-quotient', `${CRITERIA}.1.a.den`],
  ['awards.0.pay.of.of.0.of.0.of.1.of.1', { k: 'fact', fact: 'staff' }, 'unit-mismatch'],
  ['awards.0.caps.0.max.else.unit', 'USD', 'currency-mismatch', 'awards.0.caps.0.max.else'],
  ['awards.1.pay', { k: 'fact', fact: 'staff' }, 'unit-not-expected'],
  ['stacks.1.within.unit', 'none', 'unit-not-expected', 'stacks.1.within'],
  [`${CRITERIA}.3.a.to`, 'USD', 'fx-same-currency', 'also'],
  ['facts.4.unit', 'ratio', 'unit-not-expected', 'also'],
  [`${PEOPLE}.unit`, 'CNY', 'unit-not-expected', PEOPLE],
  [
    'awards.1.pay',
    { k: 'mul', of: [cny, { k: 'growth', how: 'cagr', series: 'revenue', years: 2, badBase: 'fail' }] },
    'growth-misplaced',
    'awards.1.pay.of.1',
  ],
  [`${CRITERIA}.0.b`, { k: 'growth', how: 'cagr', series: 'rd', years: 2, badBase: 'fail' }, 'growth-misplaced'],
  // rows
  [`${PEOPLE}.rows.1.ge`, '31%', 'rows-not-descending'],
  [`${PEOPLE}.rows.2.ge`, '30%', 'rows-not-descending'],
  [`${PEOPLE}.rows.0`, { ge: '30%', out: '20' }, 'rows-not-descending', `${PEOPLE}.rows.1.ge`],
  [`${PEOPLE}.rows.3.ge`, '0', 'otherwise-missing', `${PEOPLE}.rows`],
  [`${PEOPLE}.rows.1.ge`, undefined, 'otherwise-not-last', `${PEOPLE}.rows.1`],
  [`${PEOPLE}.rows.1.gt`, '30%', 'two-bounds'],
  [`${ROUTE}.score.of.1.of.of.0.rows.0.use.rows.1.ge`, undefined, 'bound-missing'],
  [`${ROUTE}.pass`, {}, 'bound-missing', `${ROUTE}.pass.ge`],
  [`${ROUTE}.pass.gt`, '60', 'two-bounds'],
  [`${ROUTE}.floors.0.ge`, '1', 'two-bounds', `${ROUTE}.floors.0.gt`],
  ['awards.0.pay.step', '0', 'step-not-positive'],
  // parts and dates
  ['awards.0.share.city', '1/4', 'shares-not-whole', 'awards.0.share'],
  ['awards.0.tranches.0.pct', '0.61', 'tranches-not-whole', 'awards.0.tranches'],
  [
    'awards.0.tranches',
    [
      { pct: '-1', when: { k: 'all', of: [] } },
      { pct: '2', when: { k: 'all', of: [] } },
    ],
    'negative-part',
    'awards.0.tranches.0.pct',
  ],
  ['stacks.1.awards', ['matching', 'breakthrough'], 'award-in-two-stacks', 'stacks.1.awards.1'],
  ['stacks.1.awards', ['matching', 'matching'], 'award-twice', 'stacks.1.awards.1'],
  ['stacks.0.paidBefore', undefined, 'top-up-without-paid'],
  ['inForce.to', '2025-12-31', 'dates-reversed'],
  ['params.0.values.1.from', '2026-06-30', 'param-overlap'],
  ['params.0.values.0.from', '2026-01-02', 'param-not-in-force', 'params.0.values'],
  ['params.0.values', [], 'param-without-values'],
];

describe('parsePolicy', () => {
  it('accepts a document with every kind of node and gives it back unchanged', () => {
    expect(parsePolicy(copy())).toEqual({ ok: true, doc: everyKind });
  });

  for (const [path, value, code, where = path] of broken) {
    it(`${path} = ${JSON.stringify(value)} → ${code}`, () => {
      const errors = errorsOf(changed([path, value]));
      const at = where === 'also' ? path : where;
      const told = errors.map((e) => `${e.code} @ ${e.path}`);
      expect(told).toContain(`${code} @ ${at}`);
      // "also": one wrong name makes others wrong; everywhere else one mistake is told at one place.
      if (where !== 'also') expect(new Set(errors.map((e) => e.path))).toEqual(new Set([at]));
      for (const e of errors) {
        expect(e.level).toBe('error');
        expect(e.fix).toBeDefined();
      }
    });
  }

  it('gives every error words in both languages with all arguments filled in', () => {
    const seen = new Set<string>();
    for (const [path, value] of broken) {
      for (const e of errorsOf(changed([path, value]))) {
        seen.add(e.code);
        for (const texts of [zh, en]) {
          expect(words(e.msg, texts)).not.toMatch(/\{\w[\w.-]*\}/);
          expect(words(e.fix ?? e.msg, texts)).not.toMatch(/\{(?!栏目|指标)[a-zA-Z][\w.-]*\}/);
        }
      }
    }
    const ofFacts = problemCodes.slice(problemCodes.indexOf('version-overlap'));
    const elsewhere = ['too-deep', ...ofFacts];
    expect(problemCodes.filter((code) => !seen.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it('reports all errors at once, of shape and of meaning', () => {
    const doc = changed(
      ['status', 'public'],
      [`${CRITERIA}.0.b.value`, 'x'],
      [`${CRITERIA}.1.a.num.series`, 'rdd'],
      [`${CRITERIA}.2.of.fact`, undefined],
      ['awards.0.share.city', '1/4'],
      ['stacks.1.awards.0', 'macthing'],
      ['vetos', []],
    );
    expect(codes(doc).toSorted()).toEqual(
      [
        'unknown-word @ status',
        `bad-number @ ${CRITERIA}.0.b.value`,
        `unknown-fact @ ${CRITERIA}.1.a.num.series`,
        `missing @ ${CRITERIA}.2.of.fact`,
        'shares-not-whole @ awards.0.share',
        'unknown-award @ stacks.1.awards.0',
        'unknown-key @ vetos',
      ].toSorted(),
    );
  });

  it('suggests what was meant and names the nearest id', () => {
    const [key] = errorsOf(changed([`${CRITERIA}.0.b.unti`, 'ratio']));
    expect(key?.fix).toMatchObject({ key: 'fix.did-you-mean', args: { suggestion: 'unit' } });
    const [kind] = errorsOf(changed([`${CRITERIA}.0.a.k`, 'grwoth']));
    expect(kind?.fix?.args).toMatchObject({ suggestion: 'growth' });
    const [fact] = errorsOf(changed(['awards.0.caps.0.used', 'recieved']));
    expect(fact).toMatchObject({ node: 'gazelle-award', fix: { args: { suggestion: 'received' } } });
  });

  it('understands a name that was not finished', () => {
    const [kind] = errorsOf(changed([`${CRITERIA}.0.a.k`, 'grow']));
    expect(kind?.fix?.args).toMatchObject({ suggestion: 'growth' });
  });

  it('lets a judgement ask the same question twice under one id', () => {
    const same = everyKind.tiers[0]?.routes[0]?.when;
    expect(codes(changed(['awards.0.tranches.1.when', same]))).toEqual([]);
  });

  it('lets the same gate stand in two tiers', () => {
    expect(codes(changed(['tiers.1.gates', everyKind.tiers[0]?.gates]))).toEqual([]);
  });

  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = { k: 'all', of: [] };
    for (let i = 0; i < 100_000; i++) deep = { k: 'not', of: deep };
    expect(errorsOf(changed(['awards.1.for', deep])).map((e) => e.code)).toEqual(['too-deep']);
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        const parsed = parsePolicy(json);
        return parsed.ok || parsed.errors.length > 0;
      }),
      { numRuns: 1000 },
    );
  });
});

/** Every path of a JSON value below the root. */
function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const below = Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]));
  return path.length === 0 ? below : [[...path], ...below];
}

const exists = (json: unknown, keys: readonly string[]): boolean => {
  let here = json;
  for (const key of keys) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
    here = (here as Json)[key];
  }
  return true;
};

describe('a sound document with one random mutation', () => {
  const paths = pathsOf(everyKind).filter((p) => p.length > 0);
  const anywhere = fc.constantFrom(...paths);
  const grafted = anywhere.map((p) => p.reduce<unknown>((here, key) => (here as Json)[key], everyKind));
  const put = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    grafted,
    fc.constant(undefined),
    fc.constantFrom('T', 'CNY', 'lit', '0', '-1', '2026-01-01', 'staff'),
  );

  it('is still valid or gives errors at paths that exist or whose parent exists', () => {
    fc.assert(
      fc.property(anywhere, put, (path, value) => {
        const doc = changed([path.join('.'), structuredClone(value)]);
        for (const e of errorsOf(doc)) {
          const keys = e.path === '' ? [] : e.path.split('.');
          // A key with a dot in it, or an empty one, cannot be told apart in a path.
          const holds = exists(doc, keys) || exists(doc, keys.slice(0, -1));
          if (!holds && !hasOddKey(value)) throw new Error(`${e.code} @ ${e.path}`);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never makes it throw, nor several of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anywhere, put), { minLength: 2, maxLength: 5 }), (changes) => {
        const doc = copy();
        for (const [path, value] of changes) {
          const holder = path.slice(0, -1).reduce<unknown>((here, key) => (here as Json | undefined)?.[key], doc);
          if (typeof holder === 'object' && holder !== null)
            (holder as Json)[path.at(-1) ?? ''] = structuredClone(value);
        }
        const parsed = parsePolicy(JSON.parse(JSON.stringify(doc)));
        return parsed.ok || parsed.errors.length > 0;
      }),
      { numRuns: 1500 },
    );
  });
});

const hasOddKey = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, inner]) => key === '' || key.includes('.') || hasOddKey(inner));

describe('words for diagnostics', () => {
  const expected = [...problemCodes.map((c) => `diagnostic.${c}`), ...fixKeys.map((f) => `fix.${f}`)].toSorted();
  const slots = (text: string | undefined): string[] =>
    [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').toSorted();

  it('cover every code and fix in both languages, with the same arguments', () => {
    expect(Object.keys(zh).toSorted()).toEqual(expected);
    expect(Object.keys(en).toSorted()).toEqual(expected);
    for (const key of expected) expect(new Set(slots(zh[key])), key).toEqual(new Set(slots(en[key])));
  });
});
