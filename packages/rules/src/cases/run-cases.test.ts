import { describe, expect, it } from 'vitest';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Expectation, PolicyCase } from './policy-case.ts';
import { runCases, uncovered } from './run-cases.ts';

const doc: PolicyDoc = {
  schema: 1,
  id: 'p',
  version: '1',
  status: 'draft',
  inForce: { from: '2024-01-01' },
  applies: 'filing',
  pick: 'highest',
  facts: [
    { id: 'staff', type: 'int', unit: 'people', ifMissing: 'ask' },
    { id: 'cost', type: 'money', unit: 'CNY', ifMissing: 'ask' },
    { id: 'paid', type: 'money', unit: 'CNY', ifMissing: { assume: '0', why: { 'zh-CN': '未领取' } } },
  ],
  params: [],
  tiers: [
    {
      id: 'big',
      gates: [],
      vetoes: [],
      routes: [
        {
          id: 'score',
          k: 'scored',
          pass: { ge: '6' },
          score: {
            k: 'indicator',
            id: 'people',
            full: '10',
            of: {
              k: 'bands',
              of: { k: 'fact', fact: 'staff' },
              unit: 'points',
              rows: [{ ge: '10', out: '8' }, { out: '0' }],
            },
          },
        },
      ],
    },
  ],
  awards: [
    {
      id: 'grant',
      for: 'big',
      pay: { k: 'fact', fact: 'cost' },
      caps: [{ kind: 'item', max: { k: 'lit', value: '100', unit: 'CNY' }, used: 'paid' }],
      tranches: [
        { pct: '50%', when: { k: 'all', of: [] } },
        { pct: '50%', when: { k: 'all', of: [] } },
      ],
    },
  ],
  stacks: [],
  pools: [],
};

const run = (facts: PolicyCase['facts'], want: Expectation) => {
  const one: PolicyCase = { name: 'one', facts, dates: { decision: '2024-06-01' }, expect: want };
  return runCases(doc, [one], evaluateReference);
};
const problems = (facts: PolicyCase['facts'], want: Expectation) => run(facts, want).results[0]?.problems;
const firm = { staff: '10', cost: '150' };

describe('runCases', () => {
  it('passes a case in which everything named is as expected', () => {
    const want: Expectation = {
      best: 'big',
      outcomes: { big: 'yes' },
      route: 'score',
      routes: { score: 'yes' },
      points: { score: '8', people: '8.0' },
      amount: { grant: '100' },
      capped: { grant: 'item' },
      tranches: { grant: ['50', '50'] },
      due: { grant: ['yes', 'yes'] },
      needs: [],
    };
    expect(run(firm, want).results).toEqual([{ name: 'one', ok: true, problems: [] }]);
  });

  const wrong: [string, Expectation][] = [
    ['best: expected none, got big', { best: null }],
    ['route: expected other, got score', { route: 'other' }],
    ['tier big: expected no, got yes', { outcomes: { big: 'no' } }],
    ['tier small: expected yes, got nothing', { outcomes: { small: 'yes' } }],
    ['route score: expected no, got yes', { routes: { score: 'no' } }],
    ['points score: expected 7, got 8', { points: { score: '7' } }],
    ['points people: expected 9, got 8', { points: { people: '9' } }],
    ['points other: expected 8, got nothing', { points: { other: '8' } }],
    ['amount grant: expected 99.99, got 100', { amount: { grant: '99.99' } }],
    ['amount grant: expected 0…100, got 100', { amount: { grant: { lo: '0', hi: '100' } } }],
    ['capped grant: expected year, got item', { capped: { grant: 'year' } }],
    ['stackedOut grant: expected other, got nothing', { stackedOut: { grant: 'other' } }],
    ['tranches grant: expected 1 parts, got 2 parts', { tranches: { grant: ['100'] } }],
    ['tranche 1 of grant: expected 51, got 50', { tranches: { grant: ['50', '51'] } }],
    ['due grant: expected yes no, got yes yes', { due: { grant: ['yes', 'no'] } }],
    ['needs: expected staff, got ', { needs: ['staff'] }],
  ];
  it.each(wrong)('tells the difference: %s', (line, want) => {
    expect(problems(firm, want)).toEqual([line]);
  });

  it('compares bounds of what is not settled', () => {
    expect(
      problems({ cost: '30' }, { best: null, amount: { grant: { lo: '0', hi: '30' } }, needs: ['staff'] }),
    ).toEqual([]);
    expect(problems({ cost: '30' }, { amount: { grant: { lo: '0', hi: '31' } } })).toHaveLength(1);
  });

  it('fails a case whose facts cannot be read, without a decision', () => {
    const got = run({ stuff: '1' }, {});
    expect(got.results[0]?.ok).toBe(false);
    expect(got.results[0]?.problems[0]).toContain('unknown-fact');
    expect(got.coverage['tiers.0']).toEqual({ yes: 0, no: 0, undetermined: 0 });
  });

  it('counts outcomes and names what no case decides', () => {
    const dates = { decision: '2024-06-01' };
    const some: PolicyCase[] = [
      { name: 'a', facts: firm, dates, expect: {} },
      { name: 'b', facts: { staff: '9', cost: '1' }, dates, expect: {} },
      { name: 'c', facts: {}, dates, expect: {} },
    ];
    const all = runCases(doc, some, evaluateReference).coverage;
    const each = { yes: 1, no: 1, undetermined: 1 };
    expect(all).toEqual({ 'tiers.0': each, 'tiers.0.routes.0': each, 'awards.0': each });
    expect(uncovered(all)).toEqual([]);
    expect(uncovered(runCases(doc, some.slice(0, 1), evaluateReference).coverage)).toHaveLength(3);
  });
});
