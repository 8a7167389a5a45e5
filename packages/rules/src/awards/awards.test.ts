import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { between, point, toRange } from '../evaluate/value.ts';
import { add, compare, num, type Rational, ZERO } from '../number/rational.ts';
import type { Award, Expr, FactDef, PolicyDoc, Stack } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { splitExactly } from './split.ts';

const lit = (value: string): Expr => ({ k: 'lit', value, unit: 'CNY' });
const money = (id: string): FactDef => ({ id, type: 'money', unit: 'CNY', ifMissing: 'ask', domain: { min: '0' } });
const always = { k: 'in', fact: 'yes', values: ['true'] } as const;
const award = (id: string, more: Partial<Award>): Award => ({ id, for: always, ...more });
const docOf = (awards: readonly Award[], stacks: readonly Stack[] = []): PolicyDoc => ({
  schema: 1,
  id: 'test',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'decision',
  facts: [
    money('cost'),
    money('before'),
    money('upstream'),
    { id: 'yes', type: 'bool', ifMissing: { assume: true, why: {} } },
  ],
  params: [],
  tiers: [],
  pick: 'highest',
  awards,
  stacks,
  pools:
    awards.length > 0
      ? [{ id: 'pool', budget: '500', awards: awards.map((a) => a.id), order: [], method: 'rankFull' }]
      : [],
});
const known = (facts: Record<string, string>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([id, v]) => [id, { known: v }]));
const decide = (awards: readonly Award[], facts: Record<string, string>, stacks: readonly Stack[] = []) =>
  evaluateReference(docOf(awards, stacks), TEST_DATES, known(facts));
const paid = (a: Partial<Award>, facts: Record<string, string>) => decide([award('a', a)], facts).awards[0];
const half: Expr = { k: 'mul', of: [lit('0.5'), { k: 'fact', fact: 'cost' }] };

describe('amounts', () => {
  // facts.md §6: 50 % of a purchase, at most 1,500,000 (余杭 computing vouchers).
  test.each([
    ['3000000', '1500000', undefined],
    ['3000002', '1500000', 'item'],
    ['2800000', '1400000', undefined],
    ['0.03', '0.01', undefined],
  ])('50 %% of %s capped at 1,500,000 is %s', (cost, amount, capped) => {
    const a = paid({ pay: half, caps: [{ kind: 'item', max: lit('1500000') }] }, { cost });
    expect([a?.amount, a?.capped]).toEqual([{ lo: amount, hi: amount }, capped]);
  });
  test('a yearly cap leaves what was not received yet, never less than nothing', () => {
    const a = (before: string) =>
      paid({ pay: half, caps: [{ kind: 'year', max: lit('100'), used: 'before' }] }, { cost: '1000', before })?.amount
        .lo;
    expect([a('0'), a('40'), a('100'), a('101')]).toEqual(['100', '60', '0', '0']);
  });
  test('under the floor: nothing, or raised', () => {
    const a = (below: 'none' | 'raise', cost: string) =>
      paid({ pay: half, floorPay: { at: '100', below } }, { cost })?.amount.lo;
    expect([a('none', '198'), a('none', '200'), a('raise', '2'), a('raise', '0'), a('raise', '202')]).toEqual([
      '0',
      '100',
      '100',
      '0',
      '101',
    ]);
  });
  test('a cap wins over a floor that raises', () =>
    expect(
      paid(
        { pay: half, floorPay: { at: '100', below: 'raise' }, caps: [{ kind: 'item', max: lit('30') }] },
        { cost: '2' },
      )?.amount.lo,
    ).toBe('30'));
  test('matching money follows the upstream grant', () => {
    const a = (upstream: string) =>
      paid({ match: { upstream: 'upstream', ratio: '0.5', cap: '1000' } }, { upstream })?.amount.lo;
    expect([a('0'), a('1998'), a('2000'), a('2002')]).toEqual(['0', '999', '1000', '1000']);
  });
  test('money of an open condition is a range from nothing', () => {
    const a = paid({ pay: half, for: { k: 'judgement', id: 'j', question: {} } }, { cost: '10' });
    expect([a?.outcome, a?.amount, a?.needs]).toEqual(['undetermined', { lo: '0', hi: '5' }, ['j']]);
  });
});

describe('stacking', () => {
  const two = (a: string, b: string, stack: Partial<Stack>, facts: Record<string, string> = {}) =>
    decide([award('a', { pay: lit(a) }), award('b', { pay: lit(b) })], facts, [
      { id: 's', awards: ['a', 'b'], rule: 'highestOf', ...stack },
    ]);
  const amounts = (d: ReturnType<typeof two>) => d.awards.map((x) => x.amount.lo);
  test('the highest only; of equals the first', () => {
    expect(amounts(two('20', '50', {}))).toEqual(['0', '50']);
    expect(amounts(two('50', '50', {}))).toEqual(['50', '0']);
    expect(two('20', '50', {}).awards[0]?.stackedOut).toBe('b');
    expect(two('20', '50', {}).total).toEqual({ lo: '50', hi: '50' });
  });
  // facts.md §6: 宁波前湾 incubators 50/100/200 万, 晋级补差.
  test.each([
    ['500000', '1000000', '500000', '500000'],
    ['0', '2000000', '500000', '2000000'],
    ['1000000', '1000000', '500000', '0'],
    ['1500000', '1000000', '500000', '0'],
  ])('upgrade after %s paid: %s against %s pays %s', (before, a, b, expected) =>
    expect(two(a, b, { rule: 'topUp', paidBefore: 'before' }, { before }).total.lo).toBe(expected),
  );
  test('different matters add up, within a limit', () => {
    expect(two('20', '50', { rule: 'sum' }).total.lo).toBe('70');
    expect(amounts(two('20', '50', { rule: 'sum', within: lit('60') }))).toEqual(['20', '40']);
  });
  test('a limit below 0 leaves nothing, and an open one at least nothing', () => {
    expect(two('20', '50', { rule: 'sum', within: lit('-1') }).total).toEqual({ lo: '0', hi: '0' });
    const owed: Expr = { k: 'neg', of: { k: 'fact', fact: 'cost' } };
    expect(two('20', '50', { rule: 'sum', within: owed }).total).toEqual({ lo: '0', hi: '0' });
  });
  test('first with money', () => expect(amounts(two('0', '50', { rule: 'first' }))).toEqual(['0', '50']));
  test('the claim on a pool never exceeds its budget', () =>
    expect(decide([award('a', { pay: lit('501') })], {}).pools[0]?.claim).toEqual({ lo: '500', hi: '500' }));
});

const fen = (n: number): string => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`;

// INVARIANT (parts sum exactly to the award)
test('instalments and shares sum exactly to the award', () => {
  const thirds = ['1/3', '0.3', '11/30'].map(num);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (n) => {
      const parts = splitExactly(point(num(fen(n))), thirds);
      const sum = parts.reduce((a: Rational, p) => add(a, p.lo), ZERO);
      expect(compare(sum, num(fen(n)))).toBe(0);
      for (const p of parts) expect(100n % p.lo.d).toBe(0n);
    }),
  );
});

test.each([
  ['0', '10000000', '5000000'],
  ['0', '0.01', '0.01'],
  ['0', '0.02', '0.01'],
  ['0', '0.03', '0.02'],
  ['100', 'inf', 'inf'],
])('of an open award of %s to %s the second half is at most %s', (lo, hi, most) => {
  const parts = splitExactly(between(num(lo), num(hi)), [num('50%'), num('50%')]);
  expect(toRange(parts[1] ?? point(ZERO)).hi).toBe(most);
});

// INVARIANT (award within its caps)
test('on generated policies no award exceeds a cap, and parts add up', () => {
  const random = createRandom(7);
  let checked = 0;
  for (let i = 0; i < 3000; i++) {
    const doc = randomPolicy(random);
    const d = evaluateReference(doc, TEST_DATES, randomFirm(random, doc, { known: 100 }));
    for (const [j, a] of d.awards.entries()) {
      for (const cap of doc.awards[j]?.caps ?? []) {
        if (cap.max.k !== 'lit') continue;
        const max = num(cap.max.value);
        expect(compare(num(a.amount.hi), max) <= 0 || a.amount.hi === '0').toBe(true);
        checked++;
      }
      if (a.tranches && a.amount.lo === a.amount.hi) {
        expect(
          compare(
            a.tranches.reduce((s: Rational, t) => add(s, num(t.amount.lo)), ZERO),
            num(a.amount.lo),
          ),
        ).toBe(0);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(500);
});
