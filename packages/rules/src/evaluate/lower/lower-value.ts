import { fromInt, type Rational, ratio } from '../../number/rational.ts';
import { type Bool, type Int, NotLowerable } from './ir.ts';
import { pickBool, some } from './ir-bool.ts';
import {
  add,
  constant,
  exact,
  greatest,
  isConst,
  least,
  mul,
  NA_INT,
  neg,
  ONE_INT,
  OPEN_INT,
  pick,
  sub,
  tested,
} from './ir-int.ts';

/**
 * A lowered number: an exact fraction n/d of whole numbers with d > 0, one of two numbers, not applicable, or not known.
 * A fraction under a `root` of 2 or more stands for (n/d)^(1/root) − 1, as growth rates do; it may only be compared.
 * Root `RATIO` stands for n/d − 1: the 1 is moved to the other side of a comparison, because subtracting it here would
 * cost exactness.
 */
export type Value =
  | Leaf
  | { readonly k: 'split'; readonly if: Bool; readonly then: Value; readonly else: Value }
  | { readonly k: 'none' }
  | { readonly k: 'open' };
export interface Leaf {
  readonly k: 'leaf';
  readonly n: Int;
  readonly d: Int;
  readonly root: number;
}

export const RATIO = 0;
export const NONE: Value = { k: 'none' };
export const OPEN: Value = { k: 'open' };
export const leaf = (n: Int, d: Int = ONE_INT, root = 1): Leaf => ({ k: 'leaf', n, d, root });
export function constantLeaf(x: Rational): Leaf {
  if (x.d === 0n) throw new NotLowerable('an infinite constant');
  const r = ratio(x.n, x.d);
  return leaf(constant(r.n), constant(r.d));
}
export const ZERO_LEAF = constantLeaf(fromInt(0));

/** The constant a leaf is, where it is one. Big constants are not exact in a double and do not count. */
export const constantOf = (x: Leaf): Rational | undefined =>
  isConst(x.n) && isConst(x.d) && x.n.err + x.d.err === 0 ? ratio(BigInt(x.n.v), BigInt(x.d.v)) : undefined;

/** One of two numbers. Plain fractions under constant denominators become one fraction, which is cheaper to go on with. */
export function split(c: Bool, a: Value, b: Value): Value {
  if (c.k === 'const') return c.v ? a : b;
  if (isPlain(a) && isPlain(b)) {
    const [x, y, d] = aligned(a, b);
    return leaf(pick(c, x, y), d);
  }
  if (isPlain(a) && b.k === 'none') return leaf(pick(c, a.n, NA_INT), a.d);
  if (isPlain(b) && a.k === 'none') return leaf(pick(c, NA_INT, b.n), b.d);
  return { k: 'split', if: c, then: a, else: b };
}

const isPlain = (v: Value): v is Leaf => v.k === 'leaf' && v.root === 1 && isConst(v.d);

export function mapLeaves(v: Value, f: (x: Leaf) => Value): Value {
  if (v.k === 'leaf') return f(v);
  return v.k === 'split' ? split(v.if, mapLeaves(v.then, f), mapLeaves(v.else, f)) : v;
}

const lift = (a: Value, b: Value, f: (x: Leaf, y: Leaf) => Value): Value =>
  mapLeaves(a, (x) => mapLeaves(b, (y) => f(x, y)));

/** The two numerators over one denominator. */
export function aligned(x: Leaf, y: Leaf): readonly [Int, Int, Int] {
  const [a, b] = [plain(x), plain(y)];
  if (a.d === b.d) return [a.n, b.n, a.d];
  const [p, q] = shared(a.d, b.d);
  return [mul(a.n, q), mul(b.n, p), mul(a.d, q)];
}

/** The fraction as a plain number, for arithmetic. */
export function plain(x: Leaf): Leaf {
  if (x.root === RATIO) return leaf(sub(x.n, x.d), x.d);
  if (x.root !== 1) throw new NotLowerable('arithmetic on a growth rate under a root');
  return x;
}

/** a/g and b/g for constants, g their greatest common divisor; else the two as they are. */
export function shared(a: Int, b: Int): readonly [Int, Int] {
  if (!isConst(a) || !isConst(b) || a.err + b.err > 0) return [a, b];
  const r = ratio(BigInt(a.v), BigInt(b.v));
  return [constant(r.n), constant(r.d)];
}

export const addValue = (a: Value, b: Value): Value =>
  lift(a, b, (x, y) => {
    const [n, m, d] = aligned(x, y);
    return leaf(add(n, m), d);
  });

export const negValue = (a: Value): Value => mapLeaves(a, (x) => leaf(neg(plain(x).n), x.d));
export const subValue = (a: Value, b: Value): Value =>
  lift(a, b, (x, y) => {
    const [n, m, d] = aligned(x, y);
    return leaf(sub(n, m), d);
  });

export const mulValue = (a: Value, b: Value): Value =>
  lift(a, b, (p, q) => {
    const [x, y] = [plain(p), plain(q)];
    const [n, e] = reduced(x.n, y.d);
    const [m, d] = reduced(y.n, x.d);
    return leaf(mul(n, m), mul(d, e));
  });

/** A constant numerator and a constant denominator, reduced; the denominator stays positive. */
function reduced(n: Int, d: Int): readonly [Int, Int] {
  return isConst(n) && n.v === 0 ? [n, d] : shared(n, d);
}

export const minValue = (a: Value, b: Value): Value => lift(a, b, (x, y) => extreme(x, y, least));
export const maxValue = (a: Value, b: Value): Value => lift(a, b, (x, y) => extreme(x, y, greatest));

function extreme(x: Leaf, y: Leaf, f: (a: Int, b: Int) => Int): Value {
  const [n, m, d] = aligned(x, y);
  return leaf(f(n, m), d);
}

/** Not applicable counts as 0. */
export function orZero(v: Value): Value {
  if (v.k === 'leaf') return v.n.na ? split(some(v.n), leaf(tested(v.n), v.d, v.root), ZERO_LEAF) : v;
  if (v.k === 'split') return split(v.if, orZero(v.then), orZero(v.else));
  return v.k === 'none' ? ZERO_LEAF : v;
}

/** Whether the number applies. */
export function someValue(v: Value): Bool {
  if (v.k === 'leaf') return some(v.n);
  if (v.k === 'split') return pickBool(v.if, someValue(v.then), someValue(v.else));
  return v.k === 'none' ? { k: 'const', v: false } : { k: 'open' };
}

/** A whole number made from the number, whatever branch it comes from. */
export function toInt(v: Value, f: (x: Leaf) => Int, none: Int): Int {
  if (v.k === 'leaf') return f(v);
  if (v.k === 'split') return pick(v.if, toInt(v.then, f, none), toInt(v.else, f, none));
  return v.k === 'none' ? none : OPEN_INT;
}

export const countLeaves = (v: Value): number => (v.k === 'split' ? countLeaves(v.then) + countLeaves(v.else) : 1);

/** One fraction for all branches, its two whole numbers stored under names. */
export function joined(v: Value, keep: (n: Int) => Int, keepScale = keep): Leaf {
  const n = toInt(v, (x) => exact(plain(x).n), NA_INT);
  const d = toInt(v, (x) => exact(x.d), ONE_INT);
  return leaf(keep(n), keepScale(d));
}
