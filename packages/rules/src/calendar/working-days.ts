import { dayOf, formatDay } from '../date/day.ts';
import type { IsoDate } from '../policy/document.ts';
import { type MissingYear, type WorkingCalendar, worksOn } from './working-calendar.ts';

/** Whether the first day counts as day 1 (if it is a working day), or counting starts on the day after (自次日起算). */
export interface Counting {
  readonly countStart: boolean;
}

/**
 * Decides the day on which `n` working days (工作日) are over, counted from `start`; 0 gives `start` itself.
 * Refuses with the year as soon as a day of a year without notice would have to be judged.
 * Throws RangeError on a text that is no date or an `n` that is no whole number ≥ 0.
 *
 * @example addWorkingDays('2025-11-03', 10, calendar, { countStart: true }) // { day: '2025-11-14' }
 */
export function addWorkingDays(
  start: IsoDate,
  n: number,
  calendar: WorkingCalendar,
  { countStart }: Counting,
): { readonly day: IsoDate } | MissingYear {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of days: ${n}`);
  let day = dayOf(start) - (countStart && n > 0 ? 1 : 0);
  for (let counted = 0; counted < n; ) {
    day += 1;
    const works = worksOn(day, calendar);
    if (typeof works === 'object') return works;
    if (works) counted += 1;
  }
  return { day: formatDay(day) };
}

/**
 * Counts the working days after `from` up to and including `to`, with `countStart` also `from` itself.
 * Negative when `to` is earlier: days overdue, counted the same way from `to` to `from`.
 *
 * @example workingDaysBetween('2025-10-01', '2025-10-09', calendar, { countStart: true }) // { days: 1 }
 */
export function workingDaysBetween(
  from: IsoDate,
  to: IsoDate,
  calendar: WorkingCalendar,
  { countStart }: Counting,
): { readonly days: number } | MissingYear {
  const [a, b] = [dayOf(from), dayOf(to)];
  const last = Math.max(a, b);
  let days = 0;
  for (let day = Math.min(a, b) + (countStart ? 0 : 1); day <= last; day += 1) {
    const works = worksOn(day, calendar);
    if (typeof works === 'object') return works;
    if (works) days += 1;
  }
  return { days: a > b && days > 0 ? -days : days };
}
