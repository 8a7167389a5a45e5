import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import type { Decision } from '../evaluate/decision.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { add, compare, formatNum, num, subtract } from '../number/rational.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { impact, type Population, startImpact } from './start-impact.ts';
import { withFigure } from './sweep/figure-at.ts';

const populationOf = (firms: readonly Facts[], from = 0): Population => ({
  size: firms.length,
  facts: (i) => firms[i] as Facts,
  id: (i) => `firm-${from + i}`,
  segments: { parity: firms.map((_, i) => ((from + i) % 2 === 0 ? 'even' : 'odd')) },
});

const count = (all: readonly string[], one: string): number => all.filter((x) => x === one).length;
const sum = (texts: readonly string[]): string => formatNum(texts.map(num).reduce(add, num('0')));

function standing(doc: PolicyDoc, facts: Facts): { at: string; total: string; hi: string; decision: Decision } {
  const decision = evaluateReference(doc, TEST_DATES, facts);
  const isOpen = decision.tiers.some((t) => t.outcome === 'undetermined');
  const { lo, hi } = decision.total;
  return { at: decision.best ?? (isOpen ? 'undetermined' : 'none'), total: lo, hi, decision };
}

// INVARIANT (impact is the reference): counts and sums are those of evaluating every firm twice by the reference.
test('impact is the reference, for any two policies and firms, in one batch or in several', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const random = createRandom(seed);
      const [before, after] = [randomPolicy(random), randomPolicy(random)];
      const firms = Array.from({ length: 30 }, (_, i) => randomFirm(random, before, { known: i % 3 === 0 ? 80 : 100 }));
      const got = impact({ doc: before, dates: TEST_DATES }, { doc: after, dates: TEST_DATES }, populationOf(firms));
      const was = firms.map((f) => standing(before, f));
      const is = firms.map((f) => standing(after, f));
      got.standings.forEach((from, a) => {
        got.standings.forEach((to, b) => {
          const count = firms.filter((_, i) => was[i]?.at === from && is[i]?.at === to).length;
          expect(got.matrix[a]?.[b]).toBe(count);
        });
      });
      expect(got.firms).toBe(30);
      expect(got.total.before).toEqual({ lo: sum(was.map((x) => x.total)), hi: sum(was.map((x) => x.hi)) });
      expect(got.total.after).toEqual({ lo: sum(is.map((x) => x.total)), hi: sum(is.map((x) => x.hi)) });
      const parity = got.segments.parity ?? [];
      expect(got.total.after.hi).toBe(sum(parity.map((s) => s.money.after.hi)));
      for (const mover of [...got.winners.shown, ...got.losers.shown]) {
        const i = Number(mover.id.slice(5));
        const sides = [was[i], is[i]] as { total: string; hi: string }[];
        const isSettled = sides.every((side) => side.total === side.hi && side.hi !== 'inf');
        const [from = '', to = ''] = sides.map((side) => side.total);
        expect(mover.delta).toBe(isSettled ? formatNum(subtract(num(to), num(from))) : undefined);
      }
      after.awards.forEach((award, a) => {
        const amounts = is.map((x) => x.decision.awards[a]?.amount);
        const amount = { lo: sum(amounts.map((x) => x?.lo ?? '')), hi: sum(amounts.map((x) => x?.hi ?? '')) };
        expect(got.awards[award.id]?.after?.amount).toEqual(amount);
      });
      after.pools.forEach((pool, p) => {
        const claims = is.map((x) => x.decision.pools[p]?.claim);
        const claimed = { lo: sum(claims.map((x) => x?.lo ?? '')), hi: sum(claims.map((x) => x?.hi ?? '')) };
        expect(got.pools[pool.id]?.after?.claimed).toEqual(claimed);
      });
      const inParts = startImpact({ doc: before, dates: TEST_DATES }, { doc: after, dates: TEST_DATES });
      for (const at of [0, 7, 20]) inParts.add(populationOf(firms.slice(at, { 0: 7, 7: 20, 20: 30 }[at]), at));
      expect(inParts.report()).toEqual(got);
    }),
    { numRuns: 120, examples: [[42147278]] },
  );
}, 60_000);

describe('the shipped ladder with a harder threshold', () => {
  const ladder = shippedPolicies().find((p) => p.name === 'nbhtz-ladder/2020-11-23');
  const doc = ladder?.doc as PolicyDoc;
  // Of the worked cases those of the commonest day.
  const days = (ladder?.cases ?? []).map((c) => JSON.stringify(c.dates));
  const day = days.toSorted((a, b) => count(days, b) - count(days, a))[0] ?? '';
  const dates: Dates = JSON.parse(day);
  const firms = (ladder?.cases ?? []).filter((c) => JSON.stringify(c.dates) === day).map((c) => factsOf(c.facts));
  const path = 'tiers.2.routes.0.when.b.value';

  test('changes nothing where nothing is changed', () => {
    const same = impact({ doc, dates }, { doc, dates }, populationOf(firms));
    expect([same.winners.count, same.losers.count, same.unclear.count]).toEqual([0, 0, 0]);
    same.matrix.forEach((row, i) => {
      expect(row.filter((_, j) => i !== j).every((n) => n === 0)).toBe(true);
    });
  });

  test('has losers and no winners, and segments that add up to the whole', () => {
    const harder = withFigure(doc, path, '100000000000');
    const got = impact({ doc, dates }, { doc: harder, dates }, populationOf(firms));
    expect(got.losers.count).toBeGreaterThan(0);
    expect(got.winners.count).toBe(0);
    const parity = got.segments.parity ?? [];
    expect(parity.reduce((n, s) => n + s.firms, 0)).toBe(firms.length);
    expect(parity.reduce((n, s) => n + s.losers, 0)).toBe(got.losers.count);
  });

  test('names near misses with the clause they are short of', () => {
    const { nearMisses } = impact({ doc, dates }, { doc, dates }, populationOf(firms));
    expect(nearMisses.count).toBeGreaterThan(0);
    const told = nearMisses.shown.flatMap((miss) => miss.short);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((s) => s.path.startsWith('tiers.'))).toBe(true);
  });
});

describe('pools', () => {
  const three = shippedPolicies().find((p) => p.name.startsWith('nbhtz-three-pools'));
  const doc = three?.doc as PolicyDoc;
  const dates = three?.cases[0]?.dates ?? { decision: '2019-03-31' };
  const firms = (three?.cases ?? []).map((c) => factsOf(c.facts));

  test('a smaller pool pays no more than it has and says who goes without', () => {
    const small = { ...doc, pools: doc.pools.map((pool) => ({ ...pool, budget: '1000000' })) };
    const got = impact({ doc, dates }, { doc: small, dates }, populationOf(firms));
    const pools = Object.values(got.pools);
    expect(pools.some((p) => p.after?.over !== '0')).toBe(true);
    for (const { before, after } of pools) {
      for (const side of [before, after]) {
        expect(compare(num(side?.paid ?? '0'), num(side?.budget ?? '0'))).toBeLessThanOrEqual(0);
        expect(formatNum(add(num(side?.paid ?? '0'), num(side?.left ?? '0')))).toBe(side?.budget);
      }
      if (after?.over !== '0')
        expect(compare(num(after?.paid ?? '0'), num(after?.claimed.lo ?? '0')), JSON.stringify(after)).toBe(-1);
    }
  });
});
