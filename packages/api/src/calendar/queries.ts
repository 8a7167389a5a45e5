import type { WorkingCalendar } from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
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
