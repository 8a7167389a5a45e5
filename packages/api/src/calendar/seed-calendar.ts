import { shippedCalendar } from '@tidu/rules/calendar';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { calendarYears } from './table.ts';

/** Puts the shipped years (2018–2026) where there is no year yet; what an administrator has changed stays. */
export async function seedCalendar(database: Database, now: Date): Promise<void> {
  const rows = Object.entries(shippedCalendar).map(([year, { off, work, source = '', basis }]) => ({
    year,
    off: JSON.stringify(off),
    work: JSON.stringify(work),
    source,
    basis: basis === 'official' ? ('official' as const) : ('derived' as const),
    changedAt: now.toISOString(),
    changedBy: 'system',
  }));
  await withTransaction(database, (tx) => tx.insert(calendarYears).values(rows).onConflictDoNothing());
}
