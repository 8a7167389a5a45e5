import { compare, fromInt, greatest, INF, ONE, sign, ZERO } from '../number/rational.ts';
import type { Expr } from '../policy/document.ts';
import { addVal, between, divVal, hull, minVal, mulVal, NOT_APPLICABLE, point, subVal, type Val } from './value.ts';

type Growth = Extract<Expr, { k: 'growth' }>;

/**
 * Growth of a series, `at(k)` being the value of year T−k. Exact: a rate over n years keeps the ratio end ÷ base and
 * the root n, so that a threshold is compared as ratio against (1 + threshold)^n.
 */
export function growthOf(e: Growth, at: (yearsBack: number) => Val): Val {
  return rateOver(e, e.years, at);
}

function rateOver(e: Growth, years: number, at: (k: number) => Val): Val {
  const root = e.how === 'cagr' ? e.years : 1;
  if (years < 1) return NOT_APPLICABLE;
  const base = at(years);
  const sound = base.some && sign(base.hi) > 0;
  const bad = base.na || sign(base.lo) <= 0;
  if (!bad) return plainRate(e, years, at, base);
  const instead =
    e.badBase === 'zero' ? zeroRate(root) : e.badBase === 'fail' ? NOT_APPLICABLE : rateOver(e, years - 1, at);
  if (!sound) return instead;
  const rate = plainRate(e, years, at, between(greatest(base.lo, ZERO), base.hi));
  return rate.root === instead.root || !instead.some ? hull(rate, instead) : between(ZERO, INF, true, rate.root);
}

/** 0 %, written as ratio 1 under a root. */
const zeroRate = (root: number): Val => (root === 1 ? point(ZERO) : between(ONE, ONE, false, root));

function plainRate(e: Growth, years: number, at: (k: number) => Val, base: Val): Val {
  if (e.how === 'cagr') {
    const ratio = ratioTo(at(0), base);
    return years === 1 || !ratio.some ? minusOne(ratio) : { ...ratio, root: years };
  }
  const ratios = Array.from({ length: years }, (_, i) => {
    const back = years - i;
    return i === 0 ? ratioTo(at(back - 1), base) : ratioTo(at(back - 1), onlyPositive(at(back)));
  });
  if (e.how === 'minYoY') return minusOne(ratios.reduce(minVal));
  return minusOne(mulVal(ratios.reduce(addVal), point({ n: 1n, d: BigInt(years) })));
}

/** A later base that is not positive does not apply. */
function onlyPositive(v: Val): Val {
  if (!v.some || sign(v.hi) <= 0) return NOT_APPLICABLE;
  return sign(v.lo) > 0 ? v : between(ZERO, v.hi, true);
}

/** end ÷ base for a base above 0; a negative end counts as nothing left. */
function ratioTo(end: Val, base: Val): Val {
  if (!end.some || !base.some) return NOT_APPLICABLE;
  const left = between(greatest(end.lo, ZERO), greatest(end.hi, ZERO), end.na);
  if (sign(base.lo) > 0) return divVal(left, base, NOT_APPLICABLE);
  // Open base (0, hi]: the end unknown of sign above. Nothing left stays nothing left.
  const q = divVal({ ...left, na: false }, base, point(ZERO));
  const lo = compare(left.lo, ZERO) > 0 ? divVal(left, point(base.hi), NOT_APPLICABLE).lo : ZERO;
  return { ...q, lo, na: left.na || base.na };
}

const minusOne = (v: Val): Val => (v.some ? { ...subVal({ ...v, root: 1 }, point(fromInt(1))), na: v.na } : v);
