import type { SameKeys } from '../locale.ts';
import type { units as zh } from '../zh-CN/units.ts';

const plural = (n: string, word: string): string => `${n} ${word}${n === '1' ? '' : 's'}`;

export const units: SameKeys<typeof zh> = {
  people: (n) => (n === '1' ? '1 person' : `${n} people`),
  count: (n) => n,
  points: (n) => plural(n, 'point'),
  days: (n) => plural(n, 'day'),
  months: (n) => plural(n, 'month'),
  years: (n) => plural(n, 'year'),
  about: (text) => `about ${text}`,
  between: (lo, hi) => `${lo} to ${hi}`,
  from: (lo) => `at least ${lo}`,
  upTo: (hi) => `at most ${hi}`,
  open: 'not known',
  yuan: 'yuan',
  wan: '10,000 yuan',
  yi: '100 million yuan',
};
