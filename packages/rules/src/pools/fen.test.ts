import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenAtLeast, fenOf, yuanOf } from './fen.ts';

describe('fen', () => {
  it.each([
    ['0', 0n, 0n],
    ['0.01', 1n, 1n],
    ['0.009', 0n, 1n],
    ['1/3', 33n, 34n],
    ['-0.005', -1n, 0n],
    ['50000000', 5_000_000_000n, 5_000_000_000n],
  ])('%s', (yuan, down, up) => {
    expect(fenOf(yuan)).toBe(down);
    expect(fenAtLeast(yuan)).toBe(up);
  });

  it.each([
    [0n, '0'],
    [1n, '0.01'],
    [10n, '0.1'],
    [100n, '1'],
    [-1n, '-0.01'],
    [-12345n, '-123.45'],
  ])('writes %s', (fen, yuan) => {
    expect(yuanOf(fen)).toBe(yuan);
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (fen) => fenOf(yuanOf(fen)) === fen));
  });
});
