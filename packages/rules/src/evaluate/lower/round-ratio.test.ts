import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio } from '../../number/rational.ts';
import { roundTo } from '../../number/round.ts';
import { roundRatio } from './round-ratio.ts';

const whole = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -40, max: 40 }),
  fc.integer({ min: -9, max: 9 }).map((x) => Number.MAX_SAFE_INTEGER - 9 + x),
);

test('rounds as exact numbers do, up to 2⁵³−1', () => {
  fc.assert(
    fc.property(
      whole,
      whole.map((x) => Math.max(1, Math.abs(x))),
      fc.constantFrom('up', 'down', 'halfUp', 'halfEven'),
      (n, d, mode) => {
        const want = roundTo(ratio(BigInt(n), BigInt(d)), { n: 1n, d: 1n }, mode);
        expect(BigInt(roundRatio(n, d, mode))).toBe(want.n);
        if (mode === 'down') expect(BigInt(Math.trunc(n / d))).toBe(want.n);
      },
    ),
    { numRuns: 5000 },
  );
});

test('what does not apply stays so', () => {
  for (const mode of ['up', 'down', 'halfUp', 'halfEven'] as const) expect(roundRatio(Number.NaN, 3, mode)).toBeNaN();
});
