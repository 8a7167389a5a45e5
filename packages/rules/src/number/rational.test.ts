import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  floorInt,
  formatNum,
  INF,
  multiply,
  NEG_INF,
  num,
  parseNum,
  ratio,
  subtract,
  toDouble,
} from './rational.ts';

const rational = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n)).map(([n, d]) => ratio(n, d));

describe('lowest terms', () => {
  test.each([
    [6n * 2n ** 70n, 10n * 2n ** 70n, '0.6'],
    [2n ** 70n, 2n ** 72n, '0.25'],
    [9007199254740991n, 3n * 9007199254740991n, '1/3'],
    [9007199254740993n, 2n * 9007199254740993n, '0.5'],
    [0n, 2n ** 80n, '0'],
    [-4n, 6n, '-2/3'],
  ])('%s / %s is %s, below and beyond what doubles hold', (n, d, text) => {
    expect(formatNum(ratio(n, d))).toBe(text);
  });

  test('no divisor is left', () => {
    const wide = fc.bigInt(-(2n ** 120n), 2n ** 120n);
    const divides = (x: bigint, by: bigint): boolean => x % by === 0n;
    fc.assert(
      fc.property(wide, fc.bigInt(1n, 2n ** 60n), fc.bigInt(2n, 2n ** 55n), (n, d, k) => {
        expect(ratio(n * k, d * k)).toEqual(ratio(n, d));
        for (const p of [2n, 3n, 5n, 7n]) expect(divides(ratio(n, d).n, p) && divides(ratio(n, d).d, p)).toBe(false);
      }),
    );
  });
});

describe('reading and writing', () => {
  test.each([
    ['0.06', '0.06'],
    ['6%', '0.06'],
    ['2/37', '2/37'],
    ['50000000', '50000000'],
    ['-0.10', '-0.1'],
    ['4/2', '2'],
    ['1/8', '0.125'],
    ['0', '0'],
    ['-inf', '-inf'],
    ['+3', '3'],
    ['12.5%', '0.125'],
  ])('%s is %s', (text, expected) => expect(formatNum(num(text))).toBe(expected));
  test.each(['', '1e3', '1,000', '3000万', '1/0', '.5', '5.', 'NaN', '0x10', '1 ', '--1', 'Infinity'])(
    '%j is not an exact number',
    (text) => expect(parseNum(text)).toBeUndefined(),
  );
  test('writing and reading again gives the same number', () =>
    fc.assert(fc.property(rational, (a) => compare(num(formatNum(a)), a) === 0)));
});

describe('arithmetic', () => {
  test('a + b − b = a, and order is preserved by adding', () =>
    fc.assert(
      fc.property(
        rational,
        rational,
        rational,
        (a, b, c) => compare(subtract(add(a, b), b), a) === 0 && compare(add(a, c), add(b, c)) === compare(a, b),
      ),
    ));
  test('0.1 + 0.2 is 0.3', () => expect(formatNum(add(num('0.1'), num('0.2')))).toBe('0.3'));
  test('infinite ends', () => {
    expect(compare(NEG_INF, INF)).toBe(-1);
    expect(compare(num('9'), INF)).toBe(-1);
    expect(formatNum(multiply(num('0'), INF))).toBe('0');
    expect(formatNum(multiply(num('-2'), INF))).toBe('-inf');
  });
  test('floor goes down for negatives too', () =>
    expect([floorInt(num('-0.5')), floorInt(num('1.9')), floorInt(num('-2'))]).toEqual([-1n, 1n, -2n]));
  test('the nearest double of very large numbers', () =>
    expect(toDouble(ratio(10n ** 400n, 10n ** 399n))).toBeCloseTo(10));
});
