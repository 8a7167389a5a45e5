import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiply, num } from '../number/rational.ts';
import { readDecimal } from './read-decimal.ts';

test.each([
  ['0', 2, 0],
  ['12.3', 2, 1230],
  ['-12.34', 2, -1234],
  ['12.34', 0, undefined],
  ['12.00', 0, 12],
  ['6%', 2, 6],
  ['6%', 1, undefined],
  ['+5', 0, 5],
  ['1/4', 2, 25],
  ['1/3', 6, undefined],
  ['9999999999999.99', 2, 999_999_999_999_999],
  ['90071992547409.91', 2, 9_007_199_254_740_991],
  ['90071992547409.92', 2, undefined],
  ['inf', 2, undefined],
  ['', 2, undefined],
  ['-', 2, undefined],
  ['.5', 2, undefined],
  ['5.', 2, undefined],
  ['1.2.3', 2, undefined],
])('%s at %i places is %s', (text, places, want) => {
  expect(readDecimal(text, places)).toBe(want);
});

test('whatever is read is the exact number', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.nat(6), fc.nat(6), (n, written, places) => {
      const digits = String(n < 0n ? -n : n).padStart(written + 1, '0');
      const text = `${n < 0n ? '-' : ''}${digits.slice(0, digits.length - written)}${written ? '.' : ''}${written ? digits.slice(-written) : ''}`;
      const exact = multiply(num(text), { n: 10n ** BigInt(places), d: 1n });
      const fits = exact.d === 1n && exact.n >= -(2n ** 53n) + 1n && exact.n < 2n ** 53n;
      expect(readDecimal(text, places)).toBe(fits ? Number(exact.n) + 0 : undefined);
    }),
    { numRuns: 2000 },
  );
});
