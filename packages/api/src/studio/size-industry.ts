import type { SizeIndustry } from '@tidu/rules';

// 国民经济行业分类 (GB/T 4754): the longest beginning of a class that has a row of its own.
const ROWS: Readonly<Record<string, SizeIndustry>> = {
  A: 'agriculture',
  B: 'industry',
  C: 'industry',
  D: 'industry',
  E: 'construction',
  F51: 'wholesale',
  F52: 'retail',
  G: 'transport',
  G59: 'storage',
  G60: 'post',
  H61: 'lodging',
  H62: 'catering',
  I63: 'telecommunication',
  I64: 'telecommunication',
  I65: 'software',
  K: 'other',
  K701: 'realEstate',
  K702: 'propertyManagement',
  L: 'leasingAndBusinessServices',
  M: 'other',
  N: 'other',
  O: 'other',
  P: 'other',
  Q: 'other',
  R: 'other',
};

/**
 * The row of the size standard (中小企业划型标准) a class of industry falls under, from its section and its code; none for
 * finance, which has a standard of its own, and for what the standard does not speak of.
 */
export function sizeIndustryOf(section: string, code: string): SizeIndustry | undefined {
  const digits = code.replace(/^[A-Z]/, '');
  const begins = [3, 2, 0].map((length) => `${section}${digits.slice(0, length)}`);
  return begins.map((begin) => ROWS[begin]).find((row) => row !== undefined);
}
