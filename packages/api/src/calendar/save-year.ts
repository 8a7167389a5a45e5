import { eq } from 'drizzle-orm';
import { recomputeClocks } from '../applications/recompute-clocks.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError, refuseAll } from '../http/api-error.ts';
import type { SavedYear, SaveYearBody } from './contract.ts';
import { findProblems } from './find-problems.ts';
import { readCalendar } from './queries.ts';
import { calendarYears } from './table.ts';

/** Saves a year's notice (节假日安排), and works out every running clock anew in the same transaction. */
export async function saveYear(act: PersonalAct, year: string, body: SaveYearBody): Promise<SavedYear> {
  const problems = findProblems(year, body);
  if (problems.length > 0) throw refuseAll('invalid-calendar', problems);
  return withTransaction(act.database, async (tx) => {
    const [before] = await tx.select().from(calendarYears).where(eq(calendarYears.year, year));
    if ((before?.changedAt ?? null) !== body.basedOn) throw new ApiError(409, 'changed-meanwhile');
    const { source, basis } = body;
    const [off, work] = [body.off.toSorted(), body.work.toSorted()];
    const changedAt = act.now.toISOString();
    const row = {
      year,
      off: JSON.stringify(off),
      work: JSON.stringify(work),
      source,
      basis,
      changedAt,
      changedBy: act.actor.userId,
    };
    await tx.insert(calendarYears).values(row).onConflictDoUpdate({ target: calendarYears.year, set: row });
    const clocks = await recomputeClocks(tx, await readCalendar(tx));
    const was = before ? { off: JSON.parse(before.off), work: JSON.parse(before.work) } : null;
    await appendAudit(tx, act, {
      action: 'calendar.saved',
      subject: { type: 'calendar-year', id: year },
      details: { off, work, source, basis, was, clocks },
    });
    return { changedAt, clocks };
  });
}
