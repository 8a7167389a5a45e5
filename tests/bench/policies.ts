import { readFileSync } from 'node:fs';
import type { Dates, PolicyDoc } from '@tidu/rules';

const read = (path: string): PolicyDoc =>
  JSON.parse(readFileSync(new URL(`../../packages/rules/policies/${path}`, import.meta.url), 'utf8'));

export const DATES: Dates = { filing: '2021-06-15', decision: '2021-07-20', fiscalYearEnd: '2020-12-31' };
/** Base fiscal year of `DATES`. */
export const YEAR = 2020;

export const TECH_SME = read('tech-sme/2017-05-03.json');
export const LADDER = read('nbhtz-ladder/2020-11-23.json');
export const SHIPPED: readonly PolicyDoc[] = [
  TECH_SME,
  LADDER,
  read('nbhtz-ladder/2018-03-01.json'),
  read('nbhtz-three-pools/2018-03-01.json'),
  read('torch-gazelle/2014-01-01.json'),
];
