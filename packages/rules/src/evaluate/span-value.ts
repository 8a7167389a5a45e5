import { calendarYears, fullMonths, fullYears } from '../date/span.ts';
import { fromInt, INF, isFiniteRational, NEG_INF, type Rational, ratio } from '../number/rational.ts';
import type { Expr } from '../policy/document.ts';
import type { Firm } from './firm.ts';
import { between, NOT_APPLICABLE, point, type Val } from './value.ts';

type Span = Extract<Expr, { k: 'span' }>;

const SPANS: Record<Span['how'], (from: number, to: number) => Rational> = {
  calendarYears: (from, to) => fromInt(calendarYears(from, to)),
  anniversaryYears: (from, to) => fromInt(fullYears(from, to)),
  anniversaryMonths: (from, to) => fromInt(fullMonths(from, to)),
  days: (from, to) => fromInt(to - from),
  days365: (from, to) => ratio(BigInt(to - from), 365n),
};

/** An age or a distance between two dates, counted as the clause counts it. */
export function spanOf(firm: Firm, e: Span): Val {
  const from = firm.number(e.from);
  const to = e.to === 'asOf' ? point(fromInt(firm.asOfDay)) : firm.number(e.to);
  if (!from.some || !to.some) return NOT_APPLICABLE;
  // Every convention grows with `to` and shrinks with `from`.
  const ends = (a: Rational, b: Rational, open: Rational): Rational =>
    isFiniteRational(a) && isFiniteRational(b) ? SPANS[e.how](Number(a.n), Number(b.n)) : open;
  const lo = ends(from.hi, to.lo, NEG_INF);
  const hi = ends(from.lo, to.hi, INF);
  return between(lo, hi, from.na || to.na);
}
