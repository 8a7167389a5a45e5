import { readFileSync } from 'node:fs';
import { columnsOf, type PolicyDoc, type SheetColumn } from '@tidu/rules';
import type { Firm } from '../firms.ts';
import { inWan } from './typed-figure.ts';
import type { Locale } from './words.ts';

export type Cell = string | number | null;

const POLICIES = [
  'nbhtz-ladder/2020-11-23',
  'nbhtz-three-pools/2018-03-01',
  'tech-sme/2017-05-03',
  'torch-gazelle/2014-01-01',
].map((file): PolicyDoc => {
  const path = new URL(`../../../packages/rules/policies/${file}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
});

/** A firm as a finance manager fills in the template: money in 万, words for choices, 不适用 where nothing applies. */
export function rowOf(headers: readonly string[], firm: Firm, locale: Locale): readonly Cell[] {
  const dates = { filing: firm.filing, decision: firm.filing, fiscalYearEnd: `${firm.fiscalYear}-12-31` };
  const columns = columnsOf(POLICIES, dates);
  return headers.map((header) => {
    const column = columns.find((each) => each.header[locale] === header);
    return column ? cellOf(column, firm, locale) : null;
  });
}

function cellOf({ fact = '', year, type, def }: SheetColumn, firm: Firm, locale: Locale): Cell {
  const answer = firm.answers[fact];
  if (answer === undefined || answer === null || Array.isArray(answer)) return null;
  const [yes, no, notApplicable, unknown] =
    locale === 'en' ? ['Yes', 'No', 'n/a', 'Unknown'] : ['是', '否', '不适用', '不清楚'];
  if (typeof answer === 'boolean') return answer ? yes : no;
  if (typeof answer === 'object' && 'state' in answer) return answer.state === 'unknown' ? unknown : notApplicable;
  const text = typeof answer === 'string' ? answer : (answer as Record<string, string>)[year ?? ''];
  if (text === undefined) return null;
  if (type === 'enum') return def?.domain?.values?.find((v) => v.id === text)?.label[locale] ?? text;
  return type === 'date' ? text : Number(type === 'money' ? inWan(text) : text);
}
