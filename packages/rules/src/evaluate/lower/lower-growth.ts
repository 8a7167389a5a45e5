import type { Expr } from '../../policy/document.ts';
import type { Int } from './ir.ts';
import { compareInts } from './ir-bool.ts';
import { add, constant, greatest, mul, ONE_INT, tested, ZERO_INT } from './ir-int.ts';
import { compareLeaves } from './lower-compare.ts';
import { type Leaf, leaf, mapLeaves, NONE, RATIO, split, type Value, ZERO_LEAF } from './lower-value.ts';

type Growth = Extract<Expr, { k: 'growth' }>;

/** Growth as fractions of whole numbers; `at(k)` is year T−k, all years under the same power of ten. */
export function lowerGrowth(e: Growth, at: (yearsBack: number) => Int): Value {
  return rateOver(e, e.years, at);
}

function rateOver(e: Growth, years: number, at: (k: number) => Int): Value {
  if (years < 1) return NONE;
  const usable = compareInts(at(years), 'gt', ZERO_INT);
  return split(usable, plainRate(e, years, at), instead(e, years, at));
}

function instead(e: Growth, years: number, at: (k: number) => Int): Value {
  if (e.badBase === 'fail') return NONE;
  if (e.badBase === 'useNext') return rateOver(e, years - 1, at);
  // 0 %, as the ratio 1 where the rate itself stands under a root.
  return e.how === 'cagr' && e.years > 1 ? leaf(ONE_INT, ONE_INT, e.years) : ZERO_LEAF;
}

function plainRate(e: Growth, years: number, at: (k: number) => Int): Value {
  const ratio = (end: number, base: number, root: number): Leaf => leaf(left(at(end)), tested(at(base), 1), root);
  if (e.how === 'cagr') return ratio(0, years, years === 1 ? RATIO : years);
  const ratios = Array.from({ length: years }, (_, i) => ratio(years - i - 1, years - i, RATIO));
  const rate = e.how === 'minYoY' ? ratios.reduce<Value>(smaller, ratios[0] ?? NONE) : mean(ratios);
  return laterBases(years, at, rate);
}

/** The smaller of two rates; where either does not apply, none. */
const smaller = (a: Value, b: Leaf): Value =>
  mapLeaves(a, (x) => (x === b ? x : split(compareLeaves(b, 'ge', x), x, split(compareLeaves(b, 'lt', x), b, NONE))));

/** Σ end/base ÷ n as one fraction: sums of products of values ≥ 0, so that they may be estimated. */
function mean(ratios: readonly Leaf[]): Value {
  const sum = ratios.reduce((acc, x) => leaf(add(mul(acc.n, x.d), mul(x.n, acc.d)), mul(acc.d, x.d), RATIO));
  return leaf(sum.n, mul(sum.d, constant(ratios.length)), RATIO);
}

/** Every base after the first must be above 0 too. */
function laterBases(years: number, at: (k: number) => Int, rate: Value): Value {
  const bases = Array.from({ length: years - 1 }, (_, i) => at(i + 1));
  return bases.reduce((inner, base) => split(compareInts(base, 'gt', ZERO_INT), inner, NONE), rate);
}

/** A negative end counts as nothing left. */
const left = (x: Int): Int => greatest(x, ZERO_INT);
