import { isFiniteRational, parseNum, type Rational } from '../number/rational.ts';

/** Longest text of a number: 10¹⁵ 分 takes 18 digits; longer ones only serve to keep a machine busy. */
const MAX_NUMBER_LENGTH = 60;

/** A finite exact number in the notation of `Num`; undefined for anything else. */
export function finiteNum(text: string): Rational | undefined {
  const value = text.length > MAX_NUMBER_LENGTH ? undefined : parseNum(text);
  return value && isFiniteRational(value) ? value : undefined;
}

export const isNum = (text: string): boolean => finiteNum(text) !== undefined;

/** A name inside one policy document. */
export const isId = (text: string): boolean => text.length <= 100 && /^[a-z][A-Za-z0-9.-]*$/.test(text);
