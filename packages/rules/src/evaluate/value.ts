import {
  add,
  compare,
  divide,
  formatNum,
  greatest,
  INF,
  least,
  multiply,
  NEG_INF,
  negate,
  ONE,
  power,
  type Rational,
  sign,
  ZERO,
} from '../number/rational.ts';
import type { CmpOp } from '../policy/document.ts';
import type { Range, Truth } from './decision.ts';

/**
 * What is known of a number: it lies in [lo, hi] (`some`), or it does not apply (`na`), or either is still possible.
 * A growth rate over n years keeps its exact ratio r in lo and hi with `root` = n and stands for r^(1/n) − 1.
 */
export interface Val {
  readonly lo: Rational;
  readonly hi: Rational;
  readonly some: boolean;
  readonly na: boolean;
  readonly root: number;
}

export const between = (lo: Rational, hi: Rational, na = false, root = 1): Val => ({ lo, hi, some: true, na, root });
export const point = (x: Rational): Val => between(x, x);
export const NOT_APPLICABLE: Val = { lo: ZERO, hi: ZERO, some: false, na: true, root: 1 };
export const ANYTHING: Val = between(NEG_INF, INF, true);
export const ZERO_VAL: Val = point(ZERO);

export const isKnown = (v: Val): boolean => (v.some ? !v.na && compare(v.lo, v.hi) === 0 : true);

/** The smallest value that covers both. */
export function hull(a: Val, b: Val): Val {
  if (!a.some) return { ...b, na: true };
  if (!b.some) return { ...a, na: true };
  return between(least(a.lo, b.lo), greatest(a.hi, b.hi), a.na || b.na, a.root);
}
export const hullOf = (vals: readonly Val[]): Val => vals.reduce(hull);

/** Applies an increasing function to both ends. */
export function mapEnds(v: Val, f: (x: Rational) => Rational): Val {
  if (!v.some) return v;
  const lo = f(v.lo);
  return { ...v, lo, hi: isPoint(v) ? lo : f(v.hi) };
}

/** A value that does not apply counts as 0 (points and money). */
export const orZero = (v: Val): Val =>
  !v.na ? v : v.some ? { ...hull({ ...v, na: false }, ZERO_VAL), na: false } : ZERO_VAL;

type Of2 = (x: Rational, y: Rational) => Rational;

/** Applies a function that grows with both sides to both ends; once where both are settled. */
function rising(a: Val, b: Val, f: Of2): Val {
  if (!a.some || !b.some) return NOT_APPLICABLE;
  const lo = f(a.lo, b.lo);
  return between(lo, isPoint(a) && isPoint(b) ? lo : f(a.hi, b.hi), a.na || b.na);
}

const isPoint = (v: Val): boolean => v.lo === v.hi;

export const addVal = (a: Val, b: Val): Val => rising(a, b, add);
export function negVal(a: Val): Val {
  if (!a.some) return a;
  const hi = negate(a.lo);
  return { ...a, lo: isPoint(a) ? hi : negate(a.hi), hi };
}
export const subVal = (a: Val, b: Val): Val => addVal(a, negVal(b));
export const minVal = (a: Val, b: Val): Val => rising(a, b, least);
export const maxVal = (a: Val, b: Val): Val => rising(a, b, greatest);

/** The range of a function whose extremes lie in the corners of the two ranges. */
function corners(a: Val, b: Val, f: Of2): Val {
  if (isPoint(a) && isPoint(b)) return { ...point(f(a.lo, b.lo)), na: a.na || b.na };
  const all = [f(a.lo, b.lo), f(a.lo, b.hi), f(a.hi, b.lo), f(a.hi, b.hi)];
  return between(all.reduce(least), all.reduce(greatest), a.na || b.na);
}

export const mulVal = (a: Val, b: Val): Val => (a.some && b.some ? corners(a, b, multiply) : NOT_APPLICABLE);

/** Quotient; `whenZero` is what a zero denominator gives. */
export function divVal(a: Val, b: Val, whenZero: Val): Val {
  if (!a.some || !b.some) return NOT_APPLICABLE;
  const na = a.na || b.na;
  const low = sign(b.lo);
  const high = sign(b.hi);
  if (low > 0 || high < 0) return corners(a, b, divide);
  if (low === 0 && high === 0) return { ...whenZero, na: na || whenZero.na };
  return { ...hull(whenZero, overZeroTo(a, b)), na: na || whenZero.na };
}

/** Quotient by the non-zero part of a range that touches zero. */
function overZeroTo(a: Val, b: Val): Val {
  if (sign(b.lo) < 0 && sign(b.hi) > 0) return sign(a.lo) === 0 && sign(a.hi) === 0 ? ZERO_VAL : between(NEG_INF, INF);
  const [n, d] = sign(b.lo) < 0 ? [negVal(a), negate(b.lo)] : [a, b.hi];
  const lo = sign(n.lo) < 0 ? NEG_INF : divide(n.lo, d);
  const hi = sign(n.hi) > 0 ? INF : divide(n.hi, d);
  return between(lo, hi);
}

/** Compares r^(1/root) − 1 with q without taking roots: r against (1 + q)^root. */
function compareRooted(r: Rational, root: number, q: Rational): -1 | 0 | 1 {
  if (root === 1) return compare(r, q);
  const base = add(ONE, q);
  return sign(base) < 0 ? 1 : compare(r, power(base, root));
}

function compareEnds(a: Rational, rootA: number, b: Rational, rootB: number): number {
  return rootB === 1 ? compareRooted(a, rootA, b) : -compareRooted(b, rootB, a);
}

const when = (yes: boolean, no: boolean): Truth => (yes ? 'yes' : no ? 'no' : 'undetermined');

/** `a op b` for the numbers alone, leaving "does not apply" aside. */
export function test(a: Val, op: CmpOp, b: Val): Truth {
  // The least and the most that a may lie above b.
  const low = compareEnds(a.lo, a.root, b.hi, b.root);
  const high = compareEnds(a.hi, a.root, b.lo, b.root);
  if (op === 'ge') return when(low >= 0, high < 0);
  if (op === 'gt') return when(low > 0, high <= 0);
  if (op === 'le') return when(high <= 0, low > 0);
  if (op === 'lt') return when(high < 0, low >= 0);
  const apart = low > 0 || high < 0;
  const same = low === 0 && high === 0;
  return op === 'eq' ? when(same, apart) : when(apart, same);
}

/** `a op b`: a comparison with something that does not apply does not hold. */
export function compareVals(a: Val, op: CmpOp, b: Val): Truth {
  if (!a.some || !b.some) return 'no';
  const t = test(a, op, b);
  return t === 'yes' && (a.na || b.na) ? 'undetermined' : t;
}

/** The range of a value for people; a rate over n years is given to 12 decimals, rounded outwards. */
export function toRange(v: Val): Range {
  if (v.root === 1) {
    const text = formatNum(v.lo);
    return { lo: text, hi: isPoint(v) ? text : formatNum(v.hi) };
  }
  const same = compare(v.lo, v.hi) === 0;
  const lo = rootText(v.lo, v.root, false);
  return { lo, hi: same ? lo : rootText(v.hi, v.root, true) };
}

const SCALE = 10n ** 12n;
function rootText(r: Rational, root: number, up: boolean): string {
  if (r.d === 0n) return formatNum(r);
  const target = (r.n * SCALE ** BigInt(root)) / r.d;
  const k = integerRoot(target, root);
  const exact = k ** BigInt(root) * r.d === r.n * SCALE ** BigInt(root);
  return formatNum({ n: k + (up && !exact ? 1n : 0n) - SCALE, d: SCALE });
}

/** Greatest k with k^root ≤ x, by Newton's steps down from a power of two above it. */
function integerRoot(x: bigint, root: number): bigint {
  if (x < 2n) return x;
  const n = BigInt(root);
  let k = 1n << (BigInt(x.toString(16).length * 4) / n + 1n);
  for (;;) {
    const next = ((n - 1n) * k + x / k ** (n - 1n)) / n;
    if (next >= k) return k;
    k = next;
  }
}
