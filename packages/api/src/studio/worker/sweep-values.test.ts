import { expect, test } from 'vitest';
import { sweepValues } from './sweep-values.ts';

test.each([
  ['a rate', '15%', { least: 0.05, most: 0.5 }, ['0.05', '0.3'], '0.15'],
  [
    'an amount of nine digits',
    '100000000',
    { least: 22_950_000, most: 132_250_000 },
    ['22950000', '150000000'],
    '100000000',
  ],
  ['a figure that no firm passes', '1000000', { least: 1e22, most: 1e25 }, ['500000', '2000000'], '1000000'],
  ['no known reach', '8', undefined, ['4', '12'], '8'],
])('positions of %s go from one end to the other, through the figure itself', (_name, value, reach, ends, own) => {
  const values = sweepValues(value, reach, { steps: 5 });
  expect([values[0], values.at(-1)]).toEqual(ends);
  expect(values).toContain(own);
  expect(values.map(Number)).toEqual(values.map(Number).toSorted((a, b) => a - b));
});
