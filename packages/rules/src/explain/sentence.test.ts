import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import type { Locale } from '../messages/index.ts';
import { baseYear } from '../policy/dates-of.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { explain } from './explain.ts';
import type { ExplainNode } from './explanation.ts';
import { sentenceOf } from './sentence.ts';

const all = (node: ExplainNode): readonly ExplainNode[] => [node, ...node.kids.flatMap(all)];
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const NODE_KINDS =
  'policy tier gate veto route pass floor award holds match cap floorPay share tranche stack stacked pool ' +
  'fact add sub mul min max neg div round growth agg span fx cond milestone bands bandsBy table marginal linear indicator ' +
  'sum bestOf bonus cmp in all any not atLeast exists provided judgement';

function checkSentences(doc: PolicyDoc, dates: Dates, facts: Facts, seen: Set<string>): void {
  for (const node of all(explain(doc, dates, facts).tree)) {
    seen.add(node.kind);
    for (const locale of LOCALES) {
      const text = sentenceOf(node, doc, locale, baseYear(dates));
      expect(text, `${node.kind} ${node.path} ${node.verdict}`).not.toMatch(
        /\{|\}|sentence\.|rule\.|undefined|[!！]|^[。.]|：。| {2}|。。/,
      );
      if (locale === 'zh-CN') expect(text).toMatch(/。$/);
    }
  }
}

describe('sentenceOf', () => {
  test('every kind of node in every state has a sentence in both languages', () => {
    const seen = new Set<string>();
    const random = createRandom(5);
    for (let i = 0; i < 150; i++) {
      const doc = randomPolicy(random);
      for (const known of [0, 50, 95]) checkSentences(doc, TEST_DATES, randomFirm(random, doc, { known }), seen);
    }
    // Leaves of a comparison are told by the comparison, so `growth`, `agg` and `span` only appear inside arithmetic.
    expect(NODE_KINDS.split(' ').filter((kind) => !seen.has(kind))).toEqual([]);
  }, 120_000);

  test.each(shippedPolicies().map((p) => [p.name, p] as const))(
    '%s: every worked case reads without a gap',
    (_, { doc, cases }) => {
      for (const c of cases) checkSentences(doc, c.dates, factsOf(c.facts), new Set());
    },
    60_000,
  );
});

const shipped = (name: string): PolicyDoc => {
  const found = shippedPolicies().find((p) => p.name === name);
  if (!found) throw new Error(`no policy ${name}`);
  return found.doc;
};
const DATES: Dates = { filing: '2026-05-01', decision: '2026-06-01' };
const known = (value: string | boolean | Record<string, string>): Facts[string] => ({ known: value });

describe('sentences of the national SME policy', () => {
  const doc = shipped('tech-sme/2017-05-03');
  const say = (facts: Facts, id: string, locale: Locale = 'zh-CN'): string => {
    const node = all(explain(doc, DATES, facts).tree).find((n) => n.id === id);
    return node ? sentenceOf(node, doc, locale, baseYear(DATES)) : `no node ${id}`;
  };

  test('a score line: figure, points, full marks and the one thing that gives more', () => {
    const facts = { employees: known({ '2025': '100' }), scienceStaff: known({ '2025': '24' }) };
    expect(say(facts, 'staff')).toBe(
      '科技人员指标：科技人员占职工总数比例为 24%，得 12 分（满分 20 分）；2025 年科技人员数再增加 2 人（职工总数同步增加）即可得 16 分。',
    );
    expect(say({ ...facts, scienceStaff: known({ '2025': '30' }) }, 'staff')).toBe(
      '科技人员指标：科技人员占职工总数比例为 30%，得 20 分，已是满分。',
    );
    expect(say(facts, 'staff', 'en')).toMatch(
      /is 24%, which gives 12 points of 20 points; 2 people more in “.+” \(with “.+” rising as much\) would give 16 points\.$/,
    );
  });

  test('what is missing is named with its year', () => {
    expect(say({ employees: known({ '2025': '100' }) }, 'staff')).toMatch(/；尚缺：科技人员数（2025 年）。$/);
  });

  test('a gate on the line, under it and over it', () => {
    const gate = (n: string): string => say({ employees: known({ '2025': n }) }, 'size-staff');
    expect(gate('500')).toContain('2025 年职工总数为 500 人，已满足“不超过 500 人”的要求，正好在线上。');
    // Dismissing people is never advised: the policy lets the head-count move up only.
    expect(gate('501')).toContain('差一点：2025 年职工总数为 501 人，未满足“不超过 500 人”的要求；超出 1 人。');
    expect(gate('499')).toContain('尚有 1 人余量。');
  });

  test('an assumption says that it is one, and why', () => {
    const node = all(explain(doc, DATES, {}).tree).find(
      (n) => n.assumed.includes('majorAccident') && n.kids.length === 0,
    );
    expect(node && sentenceOf(node, doc, 'zh-CN')).toMatch(/暂定：.+。$/);
    expect(node && sentenceOf(node, doc, 'en')).toMatch(/Assumed: .+\.$/);
  });
});

test('a gate whose figure begins with the words of its label does not say them twice', () => {
  const doc = shipped('nbhtz-ladder/2020-11-23');
  const gate = all(explain(doc, DATES, { taxInZone: known(true) }).tree).find((n) => n.id === 'gazelle.tax');
  expect(gate && sentenceOf(gate, doc, 'zh-CN')).toBe('在宁波高新区纳税：是，已满足。');
});
