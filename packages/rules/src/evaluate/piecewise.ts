import {
  add,
  compare,
  divide,
  greatest,
  INF,
  isFiniteRational,
  least,
  multiply,
  num,
  type Rational,
  sign,
  subtract,
  ZERO,
} from '../number/rational.ts';
import type { Band } from '../policy/document.ts';
import { between, type Val, ZERO_VAL } from './value.ts';

interface Knot {
  readonly at: Rational;
  readonly out: Rational;
}

/** `marginal` (slices at their rates) or `linear` (lines between points) of a value; extremes sit at ends and bounds. */
export function piecewise(kind: 'marginal' | 'linear', of: Val, rows: readonly Band[]): Val {
  if (!of.some) return ZERO_VAL;
  const knots = [...rows].reverse().map((row): Knot => ({ at: num(row.ge ?? row.gt ?? '0'), out: num(row.out) }));
  const f = kind === 'marginal' ? slices(knots) : lines(knots);
  const inside = knots.map((k) => k.at).filter((x) => compare(of.lo, x) < 0 && compare(x, of.hi) < 0);
  const outs = [of.lo, ...inside, of.hi].map(f);
  const both = of.na ? [...outs, ZERO] : outs;
  return between(both.reduce(least), both.reduce(greatest));
}

/** Σ rate × part of x inside each slice. */
const slices =
  (knots: readonly Knot[]) =>
  (x: Rational): Rational =>
    knots.reduce((sum, knot, i) => {
      const end = least(x, knots[i + 1]?.at ?? INF);
      return compare(end, knot.at) <= 0 ? sum : add(sum, multiply(knot.out, subtract(end, knot.at)));
    }, ZERO);

/** Straight lines between the points, flat outside. */
const lines =
  (knots: readonly Knot[]) =>
  (x: Rational): Rational => {
    const next = knots.findIndex((k) => compare(x, k.at) < 0);
    const right = next < 0 ? undefined : knots[next];
    const left = next < 0 ? knots.at(-1) : knots[next - 1];
    if (!right || !left || !isFiniteRational(x)) return (left ?? right)?.out ?? ZERO;
    const slope = divide(subtract(right.out, left.out), subtract(right.at, left.at));
    return sign(slope) === 0 ? left.out : add(left.out, multiply(slope, subtract(x, left.at)));
  };
