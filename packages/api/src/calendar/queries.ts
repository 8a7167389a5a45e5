import type { WorkingCalendar } from '@tidu/rules';
import { desc } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { CalendarYear } from './contract.ts';
import { calendarYears } from './table.ts';

/** The working calendar as it stands now. */
export async function readCalendar(db: Reader): Promise<WorkingCalendar> {
  const rows = await db.select().from(calendarYears);
  return Object.fromEntries(
    rows.map(({ year, off, work, source, basis }) => [
      year,
      { off: JSON.parse(off) as string[], work: JSON.parse(work) as string[], source, basis },
    ]),
  );
}

/** The years there is a notice for, the latest first. */
export async function listYears(db: Reader): Promise<CalendarYear[]> {
  const rows = await db.select().from(calendarYears).orderBy(desc(calendarYears.year));
  return rows.map(({ year, off, work, source, basis, changedAt }) => ({
    year,
    off: JSON.parse(off) as string[],
    work: JSON.parse(work) as string[],
    source,
    basis,
    changedAt,
  }));
}
