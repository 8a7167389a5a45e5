import { num } from '../../number/rational.ts';
import type { Bool } from '../lower/ir.ts';
import { all, any, NO, not, pickBool, YES } from '../lower/ir-bool.ts';
import {
  addValue,
  constantLeaf,
  maxValue,
  minValue,
  negValue,
  orZero as orZeroValue,
  someValue,
  split,
  type Value,
  ZERO_LEAF,
} from '../lower/lower-value.ts';

/** One end of a range: `at`, or nothing bounds it (`inf`), and then `at` means nothing. */
export interface End {
  readonly inf: Bool;
  readonly at: Value;
}

/**
 * The lowered counterpart of the reference's `Val`: what is known of a number of one firm, worked out while running. It lies
 * between `lo` and `hi` where it may apply (`some`), or it may not apply (`na`). What cannot apply has `na`. Of a settled
 * number `lo` and `hi` are the same object.
 */
export interface Ranged {
  readonly lo: End;
  readonly hi: End;
  readonly some: Bool;
  readonly na: Bool;
}

/** Nothing bounds it; made anew each time, because the two ends of an open range are two. */
export const endless = (): End => ({ inf: YES, at: ZERO_LEAF });
export const endAt = (at: Value): End => ({ inf: NO, at });
export const settled = (at: Value): Ranged => {
  const end = endAt(at);
  return { lo: end, hi: end, some: YES, na: NO };
};
export const textRange = (text: string): Ranged => settled(constantLeaf(num(text)));
export const ZERO_RANGE = settled(ZERO_LEAF);
export const NA_RANGE: Ranged = { ...ZERO_RANGE, some: NO, na: YES };
export const ANY_RANGE: Ranged = { lo: endless(), hi: endless(), some: YES, na: YES };

/** A number that reads nothing open. */
export function rangeOfValue(v: Value): Ranged {
  const some = someValue(v);
  return { ...settled(orZeroValue(v)), some, na: not(some) };
}

export const pickEnd = (c: Bool, a: End, b: End): End =>
  a === b || (c.k === 'const' && c.v) ? a : { inf: pickBool(c, a.inf, b.inf), at: split(c, a.at, b.at) };

export function pickRange(c: Bool, a: Ranged, b: Ranged): Ranged {
  const lo = pickEnd(c, a.lo, b.lo);
  const hi = a.lo === a.hi && b.lo === b.hi ? lo : pickEnd(c, a.hi, b.hi);
  return { lo, hi, some: pickBool(c, a.some, b.some), na: pickBool(c, a.na, b.na) };
}

/** The lower of two lower ends: nothing bounds it where nothing bounds either. */
export const lowerLo = (a: End, b: End): End => ({ inf: any([a.inf, b.inf]), at: minValue(a.at, b.at) });
export const higherHi = (a: End, b: End): End => ({ inf: any([a.inf, b.inf]), at: maxValue(a.at, b.at) });
/** Of two ends the one that bounds more. */
export const nearer = (a: End, b: End, join: (x: Value, y: Value) => Value): End => ({
  inf: all([a.inf, b.inf]),
  at: split(a.inf, b.at, split(b.inf, a.at, join(a.at, b.at))),
});

type Ends = (lo: End, hi: End) => readonly [End, End];

/** A function that grows with both sides. */
export function rising(a: Ranged, b: Ranged, onLo: (x: End, y: End) => End, onHi: (x: End, y: End) => End): Ranged {
  const lo = onLo(a.lo, b.lo);
  const hi = isSettled(a) && isSettled(b) ? lo : onHi(a.hi, b.hi);
  return { lo, hi, some: all([a.some, b.some]), na: any([a.na, b.na]) };
}
export const isSettled = (x: Ranged): boolean => x.lo === x.hi;

const sum = (x: End, y: End): End => ({ inf: any([x.inf, y.inf]), at: addValue(x.at, y.at) });
export const addRange = (a: Ranged, b: Ranged): Ranged => rising(a, b, sum, sum);
export const negRange = (a: Ranged): Ranged => mapped(a, (lo, hi) => [negEnd(hi), negEnd(lo)]);
export const negEnd = ({ inf, at }: End): End => ({ inf, at: negValue(at) });
export const subRange = (a: Ranged, b: Ranged): Ranged => addRange(a, negRange(b));
export const minRange = (a: Ranged, b: Ranged): Ranged => rising(a, b, lowerLo, (x, y) => nearer(x, y, minValue));
export const maxRange = (a: Ranged, b: Ranged): Ranged => rising(a, b, (x, y) => nearer(x, y, maxValue), higherHi);

function mapped(a: Ranged, f: Ends): Ranged {
  const [lo, hi] = f(a.lo, a.hi);
  return { ...a, lo, hi: isSettled(a) ? lo : hi };
}

/** Applies an increasing function to both ends. */
export function mapEnds(a: Ranged, f: (x: Value) => Value): Ranged {
  const end = ({ inf, at }: End): End => ({ inf, at: f(at) });
  return mapped(a, (lo, hi) => [end(lo), isSettled(a) ? lo : end(hi)]);
}

/** The smallest range that covers both. */
export function hull(a: Ranged, b: Ranged): Ranged {
  const lo = pickEnd(not(a.some), b.lo, pickEnd(not(b.some), a.lo, lowerLo(a.lo, b.lo)));
  const hi = pickEnd(not(a.some), b.hi, pickEnd(not(b.some), a.hi, higherHi(a.hi, b.hi)));
  return { lo, hi, some: any([a.some, b.some]), na: any([a.na, b.na]) };
}

/** What does not apply counts as 0. */
export function orZero(a: Ranged): Ranged {
  if (a.na.k === 'const' && !a.na.v) return a;
  const zero = ZERO_RANGE.lo;
  const end = (x: End, join: (p: End, q: End) => End): End =>
    pickEnd(not(a.some), zero, pickEnd(a.na, join(x, zero), x));
  return { lo: end(a.lo, lowerLo), hi: end(a.hi, higherHi), some: YES, na: NO };
}
