import {
  add,
  compare,
  divide,
  floorInt,
  fromInt,
  INF,
  isFiniteRational,
  NEG_INF,
  type Rational,
  subtract,
} from '../number/rational.ts';
import type { CmpOp } from '../policy/document.ts';

/** A stretch of numbers; each end may belong to it or not. Infinite ends never do. */
export interface Interval {
  readonly lo: Rational;
  readonly hi: Rational;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
}

export const ALL: Interval = { lo: NEG_INF, hi: INF, loOpen: true, hiOpen: true };
export const only = (x: Rational): Interval => ({ lo: x, hi: x, loOpen: false, hiOpen: false });
export const from = (lo: Rational, loOpen = false): Interval => ({ ...ALL, lo, loOpen });
export const upTo = (hi: Rational, hiOpen = false): Interval => ({ ...ALL, hi, hiOpen });
export const between = (lo: Rational, hi: Rational): Interval => ({
  lo,
  hi,
  loOpen: !isFiniteRational(lo),
  hiOpen: !isFiniteRational(hi),
});

/** The numbers x with `x op bound`, in order. */
export function meeting(op: CmpOp, bound: Rational): readonly Interval[] {
  switch (op) {
    case 'ge':
      return [from(bound)];
    case 'gt':
      return [from(bound, true)];
    case 'le':
      return [upTo(bound)];
    case 'lt':
      return [upTo(bound, true)];
    case 'eq':
      return [only(bound)];
    case 'ne':
      return [upTo(bound, true), from(bound, true)];
  }
}

function overlap(a: Interval, b: Interval): Interval {
  const low = compare(a.lo, b.lo);
  const high = compare(a.hi, b.hi);
  return {
    lo: low >= 0 ? a.lo : b.lo,
    loOpen: low === 0 ? a.loOpen || b.loOpen : low > 0 ? a.loOpen : b.loOpen,
    hi: high <= 0 ? a.hi : b.hi,
    hiOpen: high === 0 ? a.hiOpen || b.hiOpen : high < 0 ? a.hiOpen : b.hiOpen,
  };
}

/** Whether no number (or no whole number) lies inside. */
export function isEmpty(x: Interval, whole: boolean): boolean {
  const c = compare(x.lo, x.hi);
  if (c > 0 || (c === 0 && (x.loOpen || x.hiOpen))) return true;
  if (!whole || !isFiniteRational(x.lo) || !isFiniteRational(x.hi)) return false;
  return compare(firstWhole(x), lastWhole(x)) > 0;
}

/** The least whole number of a stretch with a finite lower end, and the greatest of one with a finite upper end. */
export function firstWhole(x: Interval): Rational {
  const down = fromInt(floorInt(x.lo));
  return compare(down, x.lo) < 0 || x.loOpen ? add(down, fromInt(1)) : down;
}
export function lastWhole(x: Interval): Rational {
  const down = fromInt(floorInt(x.hi));
  return compare(down, x.hi) === 0 && x.hiOpen ? subtract(down, fromInt(1)) : down;
}

/** What lies in both sets, without empty stretches. */
export const intersect = (a: readonly Interval[], b: readonly Interval[], whole: boolean): readonly Interval[] =>
  a.flatMap((x) => b.map((y) => overlap(x, y))).filter((x) => !isEmpty(x, whole));

export function contains(x: Interval, value: Rational): boolean {
  const low = compare(value, x.lo);
  const high = compare(value, x.hi);
  return (x.loOpen ? low > 0 : low >= 0) && (x.hiOpen ? high < 0 : high <= 0);
}

/** The grid a figure moves on, where there is one: multiples of a step. Whether a stretch holds none of them. */
export const missesGrid = (x: Interval, step: Rational): boolean =>
  isEmpty({ ...x, lo: divide(x.lo, step), hi: divide(x.hi, step) }, true);
