import { floorInt, formatNum, isFiniteRational, negate, num, type Rational, ratio } from '../number/rational.ts';
import type { Num } from '../policy/document.ts';

/** Whole 分 of an amount in yuan, rounded down. Throws RangeError on text that is no finite exact number. */
export const fenOf = (yuan: Num): bigint => floorInt(exactFen(yuan));

/** Whole 分 of an amount in yuan, rounded up; throws like `fenOf`. */
export const fenAtLeast = (yuan: Num): bigint => -floorInt(negate(exactFen(yuan)));

function exactFen(yuan: Num): Rational {
  const r = num(yuan);
  if (!isFiniteRational(r)) throw new RangeError(`not an amount: ${yuan}`);
  return ratio(r.n * 100n, r.d);
}

/** Amount in yuan as exact text: `"100"`, `"0.1"`, `"54.01"`. */
export const yuanOf = (fen: bigint): Num => formatNum(ratio(fen, 100n));

/** Math.min does not take bigint. */
export function smallerFen(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}
