import type { Facts } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from './evaluate-firm.ts';
import { DATES, DOCS, GAZELLE, LADDER, POOLS, SME } from './sample-firm.ts';

const resultOf = (results: ReturnType<ReturnType<typeof createEvaluator>>, doc: { id: string }) =>
  results.find((each) => each.doc.id === doc.id);

describe('createEvaluator', () => {
  it('decides the ladder and hands the rung to the pools', () => {
    const results = createEvaluator(DOCS, DATES)(GAZELLE);
    expect(resultOf(results, LADDER)?.decision.best).toBe('gazelle');
    expect(resultOf(results, POOLS)?.facts.zoneTier).toEqual({ known: 'gazelle' });
  });

  it('decides a policy again only when a fact it reads has changed', () => {
    const evaluate = createEvaluator(DOCS, DATES);
    const before = evaluate(GAZELLE);
    const after = evaluate({ ...GAZELLE, totalAssets: { known: { 2025: '9000000' } } });
    expect(resultOf(after, LADDER)).toBe(resultOf(before, LADDER));
    expect(resultOf(after, SME)).not.toBe(resultOf(before, SME));
  });

  it('decides the pools again when the rung may change', () => {
    const evaluate = createEvaluator(DOCS, DATES);
    const before = evaluate(GAZELLE);
    const after = evaluate({ ...GAZELLE, amacEquity: { known: '9999999.99' } });
    expect(resultOf(after, LADDER)?.decision.best).toBeUndefined();
    expect(resultOf(after, POOLS)).not.toBe(resultOf(before, POOLS));
  });

  it('leaves out values the policy does not know instead of failing', () => {
    const odd: Facts = {
      ...GAZELLE,
      revenue: { known: 'lots' },
      strategicIndustry: { known: 'magic' },
      elsewhere: { known: true },
    };
    const [ladder] = createEvaluator([LADDER], DATES)(odd);
    expect(ladder?.facts).not.toHaveProperty('revenue');
    expect(ladder?.facts).not.toHaveProperty('strategicIndustry');
    expect(ladder?.facts).not.toHaveProperty('elsewhere');
    expect(ladder?.decision.best).toBeUndefined();
  });

  it('takes less than 5 ms a keystroke', () => {
    const evaluate = createEvaluator(DOCS, DATES);
    const type = (i: number): Facts => ({
      ...GAZELLE,
      revenue: { known: { 2025: String(30_000_000 + i), 2023: '1000' } },
    });
    for (let i = 0; i < 60; i++) evaluate(type(i));
    const times = Array.from({ length: 41 }, (_, i) => {
      const start = performance.now();
      evaluate(type(1000 + i));
      return performance.now() - start;
    }).sort((a, b) => a - b);
    // The quickest few: what a busy machine adds is not the cost of a keystroke.
    expect(times[3]).toBeLessThan(5);
  });
});
