import { addMonths, dayOf, formatDay, fromParts, toParts } from '../date/day.ts';
import type { Truth } from '../evaluate/decision.ts';
import { ParamNotInForce } from '../evaluate/param.ts';
import { createReference, type Reference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { compare, floorInt, fromInt, isFiniteRational, multiply, type Rational } from '../number/rational.ts';
import type { Expr, IsoDate, PolicyDoc, Pred } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';

/** 8,000 years in days. */
const MOST_DAYS = 2_921_940;

type Span = Extract<Expr, { k: 'span' }>;
type Cmp = Extract<Pred, { k: 'cmp' }>;

/** The dates as they will be when the policy looks from `day`. */
export function datesOn(doc: Pick<PolicyDoc, 'applies'>, dates: Dates, day: IsoDate): Dates {
  if (doc.applies === 'fiscalYearEnd') return { ...dates, fiscalYearEnd: day };
  if (doc.applies === 'decision') return { ...dates, decision: day };
  return { ...dates, filing: day, decision: dates.decision < day ? day : dates.decision };
}

/**
 * The first day on which an age that is too low is reached, or the last day on which one that may not grow further
 * still holds. Tried on the rule itself the day before and after; undefined where waiting does not change it.
 */
export function waitDay(r: Reference, dates: Dates, facts: Facts, goal: Cmp, threshold: Rational): IsoDate | undefined {
  const age = goal.a;
  if (age.k !== 'span' || age.to !== 'asOf') return undefined;
  const from = r.firm.number(age.from);
  if (!from.some || !isKnown(from)) return undefined;
  // Beyond the calendar there is nothing to wait for.
  if (!isFiniteRational(threshold) || compare(threshold, fromInt(MOST_DAYS)) > 0) return undefined;
  const start = Number(from.lo.n);
  const rises = goal.op === 'ge' || goal.op === 'gt';
  const turn = firstDay(age, start, threshold, goal.op === 'gt' || goal.op === 'le');
  const first = r.doc.applies === 'fiscalYearEnd' ? yearEnd(turn) : turn;
  const before = r.doc.applies === 'fiscalYearEnd' ? yearEnd(turn) - daysOfYear(turn) : turn - 1;
  if (before < dayOf('0001-01-01') || first > dayOf('9999-12-31') || (rises && isOver(r.doc, first))) return undefined;
  const [now, then] = [truthOn(r, dates, facts, goal, before), truthOn(r, dates, facts, goal, first)];
  if (then === undefined || now === undefined || (then === 'yes') !== rises || (now === 'yes') === rises)
    return undefined;
  return formatDay(rises ? first : before);
}

/** After its last day a policy gives nothing, so waiting beyond it does not help. */
const isOver = (doc: PolicyDoc, day: number): boolean => doc.inForce.to !== undefined && dayOf(doc.inForce.to) < day;

/** The comparison on another day; undefined where a parameter it asks for has no value then. */
function truthOn(r: Reference, dates: Dates, facts: Facts, goal: Cmp, day: number): Truth | undefined {
  try {
    return createReference(r.doc, datesOn(r.doc, dates, formatDay(day)), facts).truth(goal);
  } catch (error) {
    if (error instanceof ParamNotInForce) return undefined;
    throw error;
  }
}

const yearEnd = (day: number): number => fromParts({ year: toParts(day).year, month: 12, day: 31 });
const daysOfYear = (day: number): number =>
  yearEnd(day) - fromParts({ year: toParts(day).year - 1, month: 12, day: 31 });

/** The first day on which the age is at least (or more than) `n`. */
function firstDay(age: Span, start: number, n: Rational, isStrict: boolean): number {
  const size = age.how === 'days365' ? multiply(n, fromInt(365)) : n;
  const floor = floorInt(size);
  const steps = Number(isStrict || floor * size.d !== size.n ? floor + 1n : floor);
  if (age.how === 'calendarYears') return fromParts({ year: toParts(start).year + steps, month: 1, day: 1 });
  if (age.how === 'anniversaryYears') return addMonths(start, steps * 12);
  return age.how === 'anniversaryMonths' ? addMonths(start, steps) : start + steps;
}
