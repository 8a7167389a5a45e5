import { expect, it } from 'vitest';
import { sumOf } from './sum-of.ts';

it.each([
  [[], '0'],
  [['0.1', '0.2'], '0.3'],
  [['0.2', '0.1'], '0.3'],
  [['1200000', '0.05'], '1200000.05'],
  [['0.99', '0.01'], '1'],
  [['50000000000000.01', '0.09'], '50000000000000.1'],
])('adds %j to the 分', (amounts, sum) => {
  expect(sumOf(amounts)).toBe(sum);
});
