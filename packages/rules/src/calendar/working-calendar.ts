import { dayOf, toParts, weekday } from '../date/day.ts';
import type { IsoDate } from '../policy/document.ts';

/** One year's notice: legal holidays off (weekend days may be among them), and weekend days worked instead (调休). */
export interface CalendarYear {
  readonly off: readonly IsoDate[];
  readonly work: readonly IsoDate[];
  /** The notice or the list it was taken from. */
  readonly source?: string;
  /** `official` read in the notice, `derived` taken from a published list of it. */
  readonly basis?: string;
}

/**
 * Working calendar (工作日历) by year, `{"2026": {off, work}}`. The last days of December may still change with the notice
 * of the year after (2018-12-31 did).
 */
export type WorkingCalendar = Readonly<Record<string, CalendarYear>>;

/** There is no notice for a year that counts: the answer is refused, never guessed. */
export interface MissingYear {
  readonly missingYear: number;
}

const cache = new WeakMap<WorkingCalendar, ReadonlyMap<number, boolean>>();

/** Whether a day number is worked. Refuses years without a notice. Throws on a calendar that contradicts itself. */
export function worksOn(day: number, calendar: WorkingCalendar): boolean | MissingYear {
  const { year } = toParts(day);
  if (!Object.hasOwn(calendar, String(year))) return { missingYear: year };
  return exceptions(calendar).get(day) ?? weekday(day) <= 5;
}

/**
 * Decides whether a day is a working day (工作日): worked by notice, or Monday to Friday and not off.
 * Throws RangeError on a text that is no date.
 */
export const isWorkingDay = (date: IsoDate, calendar: WorkingCalendar): boolean | MissingYear =>
  worksOn(dayOf(date), calendar);

function exceptions(calendar: WorkingCalendar): ReadonlyMap<number, boolean> {
  const known = cache.get(calendar);
  if (known) return known;
  const days = new Map<number, boolean>();
  for (const [year, { off, work }] of Object.entries(calendar)) {
    for (const date of off) put(days, year, date, false);
    for (const date of work) put(days, year, date, true);
  }
  cache.set(calendar, days);
  return days;
}

function put(days: Map<number, boolean>, year: string, date: IsoDate, worked: boolean): void {
  const day = dayOf(date);
  if (!date.startsWith(`${year}-`)) throw new RangeError(`${date} stands in the calendar of ${year}`);
  if (days.get(day) === !worked) throw new RangeError(`${date} is both off and worked`);
  days.set(day, worked);
}
