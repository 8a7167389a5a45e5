import { describe, expect, it } from 'vitest';
import { sumOf } from './sum-of.ts';

describe('sumOf', () => {
  it.each([
    [[], undefined],
    [[null, null], undefined],
    [['2400000', null, '0.1', '0.02'], '2400000.12'],
    [['0.5', '0.5'], '1'],
    [['90071992547409.91', '0.01'], '90071992547409.92'],
  ])('of %j is %s', (amounts, sum) => {
    expect(sumOf(amounts)).toBe(sum);
  });
});
