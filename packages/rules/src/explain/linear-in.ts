import { yearsBack } from '../evaluate/firm.ts';
import type { Reference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { add, divide, fromInt, multiply, negate, ONE, type Rational, sign, ZERO } from '../number/rational.ts';
import type { Expr, Id } from '../policy/document.ts';
import { factsUsed } from '../policy/walk.ts';
import type { Driver } from './change-fact.ts';

/** `at + slope × k`: a value as it depends on the change k of one fact. */
export interface Linear {
  readonly at: Rational;
  readonly slope: Rational;
}
/** A quotient of two such values; the denominator is above 0 for the firm as it is. */
export interface Fraction {
  readonly num: Linear;
  readonly den: Linear;
}

const WHOLE: Linear = { at: ONE, slope: ZERO };
const scale = (x: Linear, by: Rational): Linear => ({ at: multiply(x.at, by), slope: multiply(x.slope, by) });
const plus = (x: Linear, y: Linear): Linear => ({ at: add(x.at, y.at), slope: add(x.slope, y.slope) });
const isConstant = (x: Linear): boolean => sign(x.slope) === 0;

/** The product where at most one side depends on the change. */
export function times(x: Linear, y: Linear): Linear | undefined {
  if (isConstant(x)) return scale(y, x.at);
  return isConstant(y) ? scale(x, y.at) : undefined;
}

/** How a value depends on the change of one fact; undefined where it is not known or not of this simple form. */
export function fractionIn(r: Reference, e: Expr, driver: Driver): Fraction | undefined {
  if (e.k === 'cond') {
    const t = r.truth(e.if);
    return t === 'undetermined' ? undefined : fractionIn(r, t === 'yes' ? e.then : e.else, driver);
  }
  if (e.k !== 'div' || !reads(e, driver)) {
    const num = linearIn(r, e, driver);
    return num && { num, den: WHOLE };
  }
  const num = linearIn(r, e.num, driver);
  const den = linearIn(r, e.den, driver);
  return num && den && sign(den.at) > 0 ? { num, den } : undefined;
}

function linearIn(r: Reference, e: Expr, driver: Driver): Linear | undefined {
  if (!reads(e, driver)) return constant(r, e);
  switch (e.k) {
    case 'fact': {
      const moves = movesWith(driver, e.fact) && yearsBack(e.year) === driver.back;
      const now = constant(r, e);
      return now && (moves ? { at: now.at, slope: ONE } : now);
    }
    case 'add':
      return fold(
        e.of.map((x) => linearIn(r, x, driver)),
        plus,
      );
    case 'sub':
      return fold(
        e.of.map((x, i) => minusAfterFirst(linearIn(r, x, driver), i)),
        plus,
      );
    case 'mul':
      return fold(
        e.of.map((x) => linearIn(r, x, driver)),
        times,
      );
    case 'neg':
      return minusAfterFirst(linearIn(r, e.of, driver), 1);
    case 'fx':
      return fold([linearIn(r, e.of, driver), linearIn(r, e.rate, driver)], times);
    case 'agg': {
      const now = constant(r, e);
      if (!now || (e.how !== 'sum' && e.how !== 'mean')) return undefined;
      const moves = movesWith(driver, e.series) && driver.back < e.last;
      return { at: now.at, slope: moves ? (e.how === 'sum' ? ONE : divide(ONE, fromInt(e.last))) : ZERO };
    }
    default:
      return undefined;
  }
}

const movesWith = (driver: Driver, fact: Id): boolean => fact === driver.fact || fact === driver.along;
const reads = (e: Expr, driver: Driver): boolean => factsUsed(e).some((id) => movesWith(driver, id));

function constant(r: Reference, e: Expr): Linear | undefined {
  const value = r.number(e);
  return value.some && isKnown(value) && value.root === 1 ? { at: value.lo, slope: ZERO } : undefined;
}

const minusAfterFirst = (x: Linear | undefined, i: number): Linear | undefined =>
  x && (i === 0 ? x : { at: negate(x.at), slope: negate(x.slope) });

function fold(
  parts: readonly (Linear | undefined)[],
  join: (a: Linear, b: Linear) => Linear | undefined,
): Linear | undefined {
  return parts.reduce<Linear | undefined>((a, b, i) => (i === 0 ? b : a && b && join(a, b)), undefined);
}
