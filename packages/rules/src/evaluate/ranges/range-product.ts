import type { Bool } from '../lower/ir.ts';
import { all, any, NO, not } from '../lower/ir-bool.ts';
import { exact, mul, ONE_INT, tested } from '../lower/ir-int.ts';
import { compareValues } from '../lower/lower-compare.ts';
import {
  leaf,
  mapLeaves,
  maxValue,
  minValue,
  mulValue,
  plain,
  split,
  type Value,
  ZERO_LEAF,
} from '../lower/lower-value.ts';
import { type End, hull, isSettled, negEnd, pickEnd, pickRange, type Ranged, ZERO_RANGE } from './ranged.ts';

/** An end, and on which side nothing bounds it where nothing does. */
interface Signed extends End {
  readonly isLow: boolean;
}
/** A product of two ends. */
interface Corner {
  readonly below: Bool;
  readonly above: Bool;
  readonly at: Value;
}

export const isBelow = (x: Value): Bool => compareValues(x, 'lt', ZERO_LEAF);
export const isAbove = (x: Value): Bool => compareValues(x, 'gt', ZERO_LEAF);
const isZero = ({ inf, at }: End): Bool => all([not(inf), compareValues(at, 'eq', ZERO_LEAF)]);
const isNegative = (x: Signed): Bool => (x.isLow ? any([x.inf, isBelow(x.at)]) : all([not(x.inf), isBelow(x.at)]));
const isPositive = (x: Signed): Bool => (x.isLow ? all([not(x.inf), isAbove(x.at)]) : any([x.inf, isAbove(x.at)]));

const endsOf = (x: Ranged): readonly Signed[] => [
  { ...x.lo, isLow: true },
  { ...x.hi, isLow: false },
];

function corner(x: Signed, y: Signed): Corner {
  const inf = any([all([x.inf, not(isZero(y))]), all([y.inf, not(isZero(x))])]);
  if (inf.k === 'const' && !inf.v) return { below: NO, above: NO, at: mulValue(x.at, y.at) };
  const apart = any([all([isNegative(x), isPositive(y)]), all([isPositive(x), isNegative(y)])]);
  // 0 × ∞ is 0, and that is what the product of the two numbers is: an end that nothing bounds is written as 0.
  return { below: all([inf, apart]), above: all([inf, not(apart)]), at: mulValue(x.at, y.at) };
}

/** The product: its extremes lie in the corners of the two ranges. */
export function mulRange(a: Ranged, b: Ranged): Ranged {
  if (isSettled(b)) return byOne(a, b);
  return isSettled(a) ? byOne(b, a) : byCorners(a, b);
}

/** Times a settled number, whose sign says which end comes from which: nothing needs to be compared. */
function byOne(a: Ranged, b: Ranged): Ranged {
  const by = b.lo.at;
  const isUnder = isBelow(by);
  const times = ({ inf, at }: End): End => ({ inf: all([inf, not(isZero(b.lo))]), at: mulValue(at, by) });
  const [some, na] = [all([a.some, b.some]), any([a.na, b.na])];
  const lo = pickEnd(isUnder, times(a.hi), times(a.lo));
  return { lo, hi: isSettled(a) ? lo : pickEnd(isUnder, times(a.lo), times(a.hi)), some, na };
}

function byCorners(a: Ranged, b: Ranged): Ranged {
  const corners = endsOf(a).flatMap((x) => endsOf(b).map((y) => corner(x, y)));
  const [some, na] = [all([a.some, b.some]), any([a.na, b.na])];
  const lo = corners.reduce((p, q) => ({
    below: any([p.below, q.below]),
    above: all([p.above, q.above]),
    at: split(p.above, q.at, split(q.above, p.at, minValue(p.at, q.at))),
  }));
  const low: End = { inf: lo.below, at: lo.at };
  const hi = corners.reduce((p, q) => ({
    below: all([p.below, q.below]),
    above: any([p.above, q.above]),
    at: split(p.below, q.at, split(q.below, p.at, maxValue(p.at, q.at))),
  }));
  return { lo: low, hi: { inf: hi.above, at: hi.at }, some, na };
}

/** x ÷ y for y above 0; of any other y it means nothing. */
export const over = (x: Value, y: Value): Value =>
  mapLeaves(x, (p) =>
    mapLeaves(y, (q) => {
      const [a, b] = [plain(p), plain(q)];
      return b.n.k === 'const' && b.n.v <= 0 ? ZERO_LEAF : quotient(a, b);
    }),
  );

function quotient(a: Extract<Value, { k: 'leaf' }>, b: Extract<Value, { k: 'leaf' }>): Value {
  const [x, y] = a.d === b.d ? [ONE_INT, ONE_INT] : [b.d, a.d];
  return leaf(mul(a.n, x), exact(mul(tested(b.n, 1), y)));
}

/** Divided by an end above 0: nothing is left of it where nothing bounds that end. */
export const overEnd = (x: End, y: End): End => ({
  inf: all([x.inf, not(y.inf)]),
  at: split(y.inf, ZERO_LEAF, over(x.at, y.at)),
});

/** a ÷ b for b above 0. */
function overPositive(a: Ranged, b: Ranged): Ranged {
  const isLowAbove = all([not(a.lo.inf), not(isBelow(a.lo.at))]);
  const lo = pickEnd(isLowAbove, overEnd(a.lo, b.hi), overEnd(a.lo, b.lo));
  if (isSettled(a) && isSettled(b)) return { ...a, lo, hi: lo };
  const isHighAbove = any([a.hi.inf, not(isBelow(a.hi.at))]);
  return { ...a, lo, hi: pickEnd(isHighAbove, overEnd(a.hi, b.lo), overEnd(a.hi, b.hi)) };
}

const negated = (a: Ranged): Ranged => {
  const lo = negEnd(a.hi);
  return { ...a, lo, hi: isSettled(a) ? lo : negEnd(a.lo) };
};

/** Quotient; `whenZero` is what a zero denominator gives. */
export function divRange(a: Ranged, b: Ranged, whenZero: Ranged): Ranged {
  const applies = all([a.some, b.some]);
  const under = all([not(b.hi.inf), isBelow(b.hi.at)]);
  const above = all([not(b.lo.inf), isAbove(b.lo.at)]);
  const isApart = any([under, above]);
  const apart = pickRange(above, overPositive(a, b), overPositive(negated(a), negated(b)));
  const isZeroPoint = all([isZero(b.lo), isZero(b.hi)]);
  const touching = isSettled(b) ? whenZero : pickRange(isZeroPoint, whenZero, hull(whenZero, overZeroTo(a, b)));
  return {
    ...pickRange(isApart, apart, touching),
    some: all([applies, any([isApart, touching.some])]),
    na: any([not(applies), a.na, b.na, all([not(isApart), whenZero.na])]),
  };
}

/** Quotient by the part of a range that is not 0, where the range touches 0. */
function overZeroTo(a: Ranged, b: Ranged): Ranged {
  const low = any([b.lo.inf, isBelow(b.lo.at)]);
  const high = any([b.hi.inf, isAbove(b.hi.at)]);
  const nothing = all([isZero(a.lo), isZero(a.hi)]);
  const end: End = { inf: not(nothing), at: ZERO_LEAF };
  const n = pickRange(low, negated(a), a);
  const d = pickEnd(low, negEnd(b.lo), b.hi);
  const lo = overEnd(n.lo, d);
  const hi = overEnd(n.hi, d);
  const touching: Ranged = {
    ...ZERO_RANGE,
    lo: { inf: any([n.lo.inf, isBelow(n.lo.at)]), at: lo.at },
    hi: { inf: any([n.hi.inf, isAbove(n.hi.at)]), at: hi.at },
  };
  return pickRange(all([low, high]), { ...ZERO_RANGE, lo: end, hi: { ...end } }, touching);
}
