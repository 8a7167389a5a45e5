import type { AwardResult, Truth } from '../evaluate/decision.ts';
import type { Reference } from '../evaluate/reference.ts';
import { between, toRange, type Val } from '../evaluate/value.ts';
import {
  add,
  compare,
  fromInt,
  greatest,
  isFiniteRational,
  least,
  multiply,
  num,
  type Rational,
  subtract,
  ZERO,
} from '../number/rational.ts';
import { floorToFen } from '../number/round.ts';
import type { Award } from '../policy/document.ts';

/**
 * Splits an amount by ratios that sum to 1; every part but the last is rounded down to 分 and the last takes the rest.
 * INVARIANT (parts sum exactly to the award): where the amount is settled the parts add up to it.
 */
export function splitExactly(amount: Val, ratios: readonly Rational[]): readonly Val[] {
  const part = (x: Rational, r: Rational): Rational => (isFiniteRational(x) ? floorToFen(multiply(x, r)) : x);
  const firsts = ratios.slice(0, -1).map((r) => between(part(amount.lo, r), part(amount.hi, r)));
  return [...firsts, lastPart(amount, ratios, firsts)];
}

/** The rest: exact where the amount is settled, else its ratio plus less than one 分 for every other part, in whole 分. */
function lastPart(amount: Val, ratios: readonly Rational[], firsts: readonly Val[]): Val {
  const rest = firsts.reduce((left, f) => subtract(left, f.lo), amount.lo);
  if (compare(amount.lo, amount.hi) === 0) return between(rest, rest);
  const last = ratios.at(-1) ?? ZERO;
  const slack: Rational = multiply(fromInt(firsts.length), FEN);
  const lo = floorToFen(multiply(amount.lo, last));
  const most = firsts.length === 0 ? amount.hi : fenBelow(add(multiply(amount.hi, last), slack));
  return between(lo, least(most, greatest(amount.hi, ZERO)));
}

/** The greatest whole 分 below x. */
function fenBelow(x: Rational): Rational {
  if (!isFiniteRational(x)) return x;
  const down = floorToFen(x);
  return compare(down, x) < 0 ? down : subtract(down, FEN);
}

const FEN: Rational = { n: 1n, d: 100n };

/** Instalments (分期) with whether each is due. */
export function tranchesOf(r: Reference, award: Award, amount: Val, outcome: Truth): Pick<AwardResult, 'tranches'> {
  if (!award.tranches || outcome === 'no') return {};
  const parts = splitExactly(
    amount,
    award.tranches.map((t) => num(t.pct)),
  );
  return {
    tranches: award.tranches.map((t, i) => ({ amount: toRange(parts[i] ?? amount), outcome: r.truth(t.when) })),
  };
}

/** Who pays which part (分担). */
export function sharesOf(award: Award, amount: Val, outcome: Truth): Pick<AwardResult, 'shares'> {
  if (!award.share || outcome === 'no') return {};
  const payers = Object.entries(award.share);
  const parts = splitExactly(
    amount,
    payers.map(([, ratio]) => num(ratio)),
  );
  return { shares: Object.fromEntries(payers.map(([payer], i) => [payer, toRange(parts[i] ?? amount)])) };
}
