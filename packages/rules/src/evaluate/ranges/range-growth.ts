import { ratio } from '../../number/rational.ts';
import type { Expr } from '../../policy/document.ts';
import type { Bool } from '../lower/ir.ts';
import { all, any, NO, not, pickBool, YES } from '../lower/ir-bool.ts';
import { ONE_INT, ZERO_INT } from '../lower/ir-int.ts';
import { compareValues } from '../lower/lower-compare.ts';
import { constantLeaf, leaf, mapLeaves, RATIO, split, type Value, ZERO_LEAF } from '../lower/lower-value.ts';
import type { RangeLowering } from './range-lowering.ts';
import { isAbove, mulRange, overEnd } from './range-product.ts';
import {
  addRange,
  type End,
  endAt,
  endless,
  hull,
  isSettled,
  mapEnds,
  maxRange,
  NA_RANGE,
  nearer,
  pickEnd,
  pickRange,
  type Ranged,
  rising,
  settled,
  ZERO_RANGE,
} from './ranged.ts';

type Growth = Extract<Expr, { k: 'growth' }>;
type At = (yearsBack: number) => Ranged;

/** A rate, and whether it stands under no root: only rates under one root have a hull. */
interface Rate {
  readonly of: Ranged;
  readonly isPlain: Bool;
}

/** Growth of a series as a range; the counterpart of `growthOf` in the reference, case by case. */
export function growthRange(l: RangeLowering, e: Growth): Ranged {
  return rateOver(l, e, e.years, (back) => l.fact(e.series, back)).of;
}

function rateOver(l: RangeLowering, e: Growth, years: number, at: At): Rate {
  if (years < 1) return { of: NA_RANGE, isPlain: YES };
  const base = at(years);
  const isGood = all([not(base.na), isAboveZero(base.lo)]);
  const isSound = all([base.some, any([base.hi.inf, isAbove(base.hi.at)])]);
  const lo = l.named(maxRange({ ...base, hi: base.lo }, ZERO_RANGE)).lo;
  const rate = plainRate(l, e, years, at, { lo, hi: isSettled(base) ? lo : base.hi, some: YES, na: NO });
  const instead = insteadOf(l, e, years, at);
  const mixed = mixture(rate, instead, e.how === 'cagr' ? years : 1);
  const choose = <T>(f: (c: Bool, a: T, b: T) => T, part: (r: Rate) => T): T =>
    f(isGood, part(rate), f(isSound, part(mixed), part(instead)));
  return { of: l.named(choose(pickRange, (r) => r.of)), isPlain: choose(pickBool, (r) => r.isPlain) };
}

const isAboveZero = (x: End): Bool => all([not(x.inf), isAbove(x.at)]);

function insteadOf(l: RangeLowering, e: Growth, years: number, at: At): Rate {
  if (e.badBase === 'fail') return { of: NA_RANGE, isPlain: YES };
  if (e.badBase === 'useNext') return rateOver(l, e, years - 1, at);
  // 0 %, as the ratio 1 where the rate itself stands under a root.
  const isRooted = e.how === 'cagr' && e.years > 1;
  return { of: isRooted ? settled(leaf(ONE_INT, ONE_INT, e.years)) : ZERO_RANGE, isPlain: isRooted ? NO : YES };
}

/** Both, where the base may be good or bad. Rates under different roots are between nothing left and no end at all. */
function mixture(rate: Rate, instead: Rate, root: number): Rate {
  if (root === 1) return { of: hull(rate.of, instead.of), isPlain: YES };
  const [a, b] = [rate.of, instead.of];
  const isSame = any([
    not(b.some),
    all([rate.isPlain, instead.isPlain]),
    all([not(rate.isPlain), isUnder(instead.of, root) ? YES : NO]),
  ]);
  const rooted: Ranged = { lo: low(rate.isPlain, root), hi: endless(), some: YES, na: YES };
  return {
    of: pickRange(isSame, rootedHull(a, b, root), rooted),
    isPlain: pickBool(all([isSame, not(a.some)]), instead.isPlain, rate.isPlain),
  };
}

/** Nothing left: the ratio 0 under the root, or 0 % under none. */
const low = (isPlain: Bool, root: number): End => endAt(split(isPlain, ZERO_LEAF, leaf(ZERO_INT, ONE_INT, root)));

/** Only the 0 % of a bad base stands under the root of the rate itself. */
const isUnder = (x: Ranged, root: number): boolean => x.lo.at.k === 'leaf' && x.lo.at.root === root;

/** Hull of ratios under one root, as ratios. */
function rootedHull(a: Ranged, b: Ranged, root: number): Ranged {
  if (isUnder(b, root)) {
    const ratios = hull(unrooted(a, root), unrooted(b, root));
    return { ...mapEnds(ratios, (x) => rootedBy(x, root)), some: ratios.some, na: ratios.na };
  }
  // The roots are the same only where one of them does not apply.
  const pick = (x: End, y: End): End => pickEnd(not(a.some), y, x);
  return { lo: pick(a.lo, b.lo), hi: pick(a.hi, b.hi), some: any([a.some, b.some]), na: any([a.na, b.na]) };
}

const unrooted = (x: Ranged, root: number): Ranged =>
  mapEnds(x, (v) => mapLeaves(v, (one) => (one.root === root ? leaf(one.n, one.d) : one)));
const rootedBy = (v: Value, root: number): Value => mapLeaves(v, (one) => leaf(one.n, one.d, root));

function plainRate(l: RangeLowering, e: Growth, years: number, at: At, base: Ranged): Rate {
  if (e.how === 'cagr') {
    const ratios = ratioTo(l, at(0), base);
    if (years === 1) return { of: lessOne(ratios), isPlain: YES };
    return { of: mapEnds(ratios, (x) => rootedBy(x, years)), isPlain: not(ratios.some) };
  }
  const ratios = Array.from({ length: years }, (_, i) => {
    const back = years - i;
    return ratioTo(l, at(back - 1), i === 0 ? base : l.named(onlyPositive(at(back))));
  });
  if (e.how === 'minYoY') return { of: lessOne(ratios.reduce(smaller)), isPlain: YES };
  const mean = mulRange(ratios.reduce(addRange), settled(constantLeaf(ratio(1n, BigInt(years)))));
  return { of: lessOne(mean), isPlain: YES };
}

/** The smaller of two rates: compared and not brought under one denominator, which would be too large. */
function smaller(a: Ranged, b: Ranged): Ranged {
  const less = (x: Value, y: Value): Value => split(compareValues(x, 'le', y), x, y);
  return rising(
    a,
    b,
    (x, y) => ({ inf: any([x.inf, y.inf]), at: less(x.at, y.at) }),
    (x, y) => nearer(x, y, less),
  );
}

/** r − 1, the 1 kept for the other side of a comparison. */
const lessOne = (r: Ranged): Ranged => mapEnds(r, (v) => mapLeaves(v, (x) => leaf(x.n, x.d, RATIO)));

/** A later base that is not positive does not apply. */
function onlyPositive(x: Ranged): Ranged {
  const mayBe = all([x.some, any([x.hi.inf, isAbove(x.hi.at)])]);
  const isSure = isAboveZero(x.lo);
  const lo = pickEnd(isSure, x.lo, ZERO_RANGE.lo);
  return {
    lo,
    hi: isSettled(x) ? lo : x.hi,
    some: mayBe,
    na: any([not(mayBe), x.na, not(isSure)]),
  };
}

/** end ÷ base for a base above 0 or open down to 0; a negative end counts as nothing left. */
function ratioTo(l: RangeLowering, end: Ranged, base: Ranged): Ranged {
  const left = l.named(maxRange({ ...end, some: YES, na: NO }, ZERO_RANGE));
  const isSure = isAboveZero(base.lo);
  const some = all([end.some, base.some]);
  const lo = overEnd(left.lo, base.hi);
  const open: End = { inf: any([left.hi.inf, isAbove(left.hi.at)]), at: ZERO_LEAF };
  const hi = isSettled(left) && isSettled(base) ? lo : pickEnd(isSure, overEnd(left.hi, base.lo), open);
  return { lo, hi, some, na: any([end.na, base.na]) };
}
