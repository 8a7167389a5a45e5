import type { ColumnRange, ExactRange } from '../evaluate/columns/column-results.ts';
import {
  compare,
  divide,
  formatNum,
  fromInt,
  INF,
  isFiniteRational,
  NEG_INF,
  type Rational,
  subtract,
} from '../number/rational.ts';
import type { Num } from '../policy/document.ts';

/** What one firm may claim in 分 before and after: the columns of both and its number in them. */
export interface MoneyPair {
  readonly before: ColumnRange;
  readonly after: ColumnRange;
  readonly firm: number;
}

/** 1 for more money, −1 for less, 0 where it stays the same; undefined where an open amount may change. */
export function moneyMove({ before, after, firm }: MoneyPair): -1 | 0 | 1 | undefined {
  if (isExact(before, firm) || isExact(after, firm)) return exactMove(exactEnds(before, firm), exactEnds(after, firm));
  const [wasLo, wasHi] = [before.lo[firm] as number, before.hi[firm] as number];
  const [lo, hi] = [after.lo[firm] as number, after.hi[firm] as number];
  if (wasLo === lo && wasHi === hi) return 0;
  if (lo >= wasHi) return 1;
  return hi <= wasLo ? -1 : undefined;
}

function exactMove(was: ExactRange, is: ExactRange): -1 | 0 | 1 | undefined {
  if (compare(was.lo, is.lo) === 0 && compare(was.hi, is.hi) === 0) return 0;
  if (compare(is.lo, was.hi) >= 0) return 1;
  return compare(is.hi, was.lo) <= 0 ? -1 : undefined;
}

/** How much more it may claim, in yuan; undefined where an amount is not settled. */
export function moneyDelta({ before, after, firm }: MoneyPair): Num | undefined {
  const [was, is] = [exactEnds(before, firm), exactEnds(after, firm)];
  const isSettled = [was, is].every(({ lo, hi }) => isFiniteRational(lo) && compare(lo, hi) === 0);
  return isSettled ? formatNum(divide(subtract(is.lo, was.lo), HUNDRED)) : undefined;
}

const HUNDRED = fromInt(100);
const isExact = ({ exact }: ColumnRange, firm: number): boolean => exact?.has(firm) === true;

export const exactEnds = ({ lo, hi, exact }: ColumnRange, firm: number): ExactRange =>
  exact?.get(firm) ?? { lo: exactly(lo[firm] as number), hi: exactly(hi[firm] as number) };

function exactly(fen: number): Rational {
  if (Number.isFinite(fen)) return fromInt(fen);
  return fen > 0 ? INF : NEG_INF;
}
