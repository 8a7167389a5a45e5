import { addMonths, formatDay, fromParts, toParts } from '../date/day.ts';
import { yearsBack } from '../evaluate/firm.ts';
import { createReference, type Reference } from '../evaluate/reference.ts';
import { changeBy } from '../explain/change-fact.ts';
import { type Cmp, driversOf } from '../explain/drivers.ts';
import { fractionIn } from '../explain/linear-in.ts';
import {
  add,
  compare,
  divide,
  floorInt,
  fromInt,
  multiply,
  ONE,
  power,
  type Rational,
  sign,
  subtract,
} from '../number/rational.ts';
import type { Expr } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { withFigure } from './firm-values.ts';

/** A firm on given days, opened. */
export interface At {
  readonly r: Reference;
  readonly dates: Dates;
  readonly facts: Facts;
}

export const reopen = (at: At, facts: Facts): At => ({
  ...at,
  facts,
  r: createReference(at.r.doc, at.dates, facts, at.r),
});

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/**
 * Firms for which a value comes to `v`, or close to it, made from a given one; whether it does is for the caller to
 * evaluate. Most likely ones first.
 */
export function realise(at: At, e: Expr, v: Rational): readonly Facts[] {
  const { r, facts } = at;
  switch (e.k) {
    case 'fact':
      return some(withFigure(r.doc, facts, e.fact, r.firm.year - yearsBack(e.year), v));
    case 'span':
      return spanWays(at, e, v);
    case 'growth':
      return growthWays(at, e, v);
    case 'agg':
      return some(everyYear(at, e, e.how === 'sum' ? divide(v, fromInt(e.last)) : v));
    case 'div':
      return [...shareWays(at, e, v), ...lineWays(at, e, v)];
    case 'round':
    case 'indicator':
      return realise(at, e.of, v);
    case 'neg':
      return realise(at, e.of, { n: -v.n, d: v.d });
    case 'min':
    case 'max':
      return eachOperand(at, e.of, v);
    case 'cond':
      return realise(at, r.truth(e.if) === 'yes' ? e.then : e.else, v);
    default:
      return lineWays(at, e, v);
  }
}

const some = (facts: Facts | undefined): readonly Facts[] => (facts ? [facts] : []);

/** Every operand brought to the value, one after the other, so that the least and the greatest are too. */
function eachOperand(at: At, of: readonly Expr[], v: Rational): readonly Facts[] {
  const all = of.reduce<At | undefined>((now, x) => {
    const [facts] = now ? realise(now, x, v) : [];
    return now && facts && reopen(now, facts);
  }, at);
  return all ? [all.facts] : [];
}

function everyYear(at: At, e: Of<'agg'>, v: Rational): Facts | undefined {
  return Array.from({ length: e.last }, (_, back) => at.r.firm.year - back).reduce<Facts | undefined>(
    (facts, year) => facts && withFigure(at.r.doc, facts, e.series, year, v),
    at.facts,
  );
}

/** Days a person can write. */
const EARLIEST = fromParts({ year: 1900, month: 1, day: 1 });
const LATEST = fromParts({ year: 9999, month: 12, day: 31 });

/** A date as long ago as asked. */
function spanWays(at: At, e: Of<'span'>, v: Rational): readonly Facts[] {
  const end = e.to === 'asOf' ? at.r.firm.asOfDay : Number(at.r.firm.number(e.to).lo.n);
  if (Math.abs(Number(v.n) / Number(v.d)) > 100_000) return [];
  const size = e.how === 'days365' ? multiply(v, fromInt(365)) : v;
  const steps = Number(floorInt(size));
  return daysBack(e.how, end, steps)
    .filter((day) => day > EARLIEST && day < LATEST)
    .map((day) => ({ ...at.facts, [e.from]: { known: formatDay(day) } }));
}

function daysBack(how: Of<'span'>['how'], end: number, steps: number): readonly number[] {
  if (how === 'days' || how === 'days365') return [end - steps];
  if (how === 'anniversaryMonths') return [addMonths(end, -steps)];
  if (how === 'anniversaryYears') return [addMonths(end, -12 * steps), addMonths(end, -12 * steps - 6)];
  const { year, month, day } = toParts(end);
  return [addMonths(end, -12 * steps), fromParts({ year: year - steps, month, day: Math.min(day, 28) })];
}

/** Past figures that give the rate with the last one as it is, or a last one that makes it exact. */
function growthWays(at: At, e: Of<'growth'>, v: Rational): readonly Facts[] {
  const factor = add(ONE, v);
  const { doc, firm } = at.r;
  if (sign(factor) < 0) return [];
  const end = firm.number(e.series, 0).lo;
  const steady = (last: Rational): Facts | undefined =>
    Array.from({ length: e.years + 1 }, (_, back) => back).reduce<Facts | undefined>((facts, back) => {
      const figure = sign(factor) === 0 ? (back === 0 ? fromInt(0) : last) : divide(last, power(factor, back));
      return facts && withFigure(doc, facts, e.series, firm.year - back, figure);
    }, at.facts);
  const whole = power(factor, e.years);
  const times = whole.n === 0n ? 0n : floorInt(divide(end, fromInt(whole.n)));
  const exact = [times + 1n, times].filter((k) => k > 0n).map((k) => fromInt(k * whole.n));
  // With the last year left alone nothing else that reads it moves; only an exact rate may need another one.
  return [end, ...exact].flatMap((last) => some(steady(last)));
}

/** A share with a denominator on which it comes out even. */
function shareWays(at: At, e: Of<'div'>, v: Rational): readonly Facts[] {
  const den = at.r.number(e.den);
  if (!den.some || sign(v) < 0) return [];
  const times = floorInt(divide(den.lo, fromInt(v.d)));
  for (const k of [times < 1n ? 1n : times, times + 1n]) {
    const whole = fromInt(v.d * k);
    const [withDen] = compare(den.lo, whole) === 0 ? [at.facts] : realise(at, e.den, whole);
    const ways = withDen ? realise(reopen(at, withDen), e.num, fromInt(v.n * k)) : [];
    if (ways.length > 0) return ways;
  }
  return [];
}

/** One figure changed so that a value that depends on it in a straight line comes out. */
function lineWays(at: At, e: Expr, v: Rational): readonly Facts[] {
  const goal: Cmp = { k: 'cmp', op: 'ge', a: e, b: { k: 'lit', value: '0', unit: 'none' } };
  return driversOf(at.r, goal).flatMap((driver) => {
    const line = fractionIn(at.r, e, driver);
    if (!line) return [];
    const slope = subtract(line.num.slope, multiply(v, line.den.slope));
    if (sign(slope) === 0) return [];
    const by = divide(subtract(multiply(v, line.den.at), line.num.at), slope);
    return some(changeBy(at.r, at.facts, at.r.firm.year, driver, by));
  });
}
