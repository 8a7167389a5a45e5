import { expect, test } from 'vitest';
import type { TierResult, Truth } from '../evaluate/decision.ts';
import { pickBest } from './pick-best.ts';

const tiers = (...outcomes: readonly Truth[]): readonly TierResult[] =>
  outcomes.map((outcome, i) => ({ tier: `t${i}`, outcome, routes: [], needs: [], assumed: [], tainted: false }));

test('on a ladder only rungs above the best are still possible', () => {
  const judged = tiers('undetermined', 'yes', 'no', 'undetermined');
  expect(pickBest(judged, 'highest')).toEqual({ best: 't1', possible: ['t3'] });
});

test('of independent titles every open one is possible', () => {
  const judged = tiers('undetermined', 'yes', 'no', 'undetermined');
  expect(pickBest(judged, 'all')).toEqual({ best: 't1', possible: ['t0', 't3'] });
});

test('with nothing certain there is no best', () => {
  expect(pickBest(tiers('no', 'undetermined'), 'highest')).toEqual({ possible: ['t1'] });
});
