import { type DayParts, daysInMonth, toParts } from './day.ts';

/** Full months from day `from` to day `to` (both days since 1970-01-01); negative when `to` is earlier. */
export function fullMonths(from: number, to: number): number {
  if (to < from) return -fullMonths(to, from);
  const a = toParts(from);
  const b = toParts(to);
  return (b.year - a.year) * 12 + b.month - a.month - (reached(a, b) ? 0 : 1);
}

/** Full years (周年): the anniversary of 29 February falls on the last day of February in other years. */
export const fullYears = (from: number, to: number): number => Math.trunc(fullMonths(from, to) / 12);

/** Difference of the year numbers (自然年), whatever the month. */
export const calendarYears = (from: number, to: number): number => toParts(to).year - toParts(from).year;

const reached = (a: DayParts, b: DayParts): boolean =>
  b.day >= a.day || (b.day === daysInMonth(b.year, b.month) && a.day > b.day);
