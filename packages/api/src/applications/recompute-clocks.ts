import type { WorkingCalendar } from '@tidu/rules';
import { and, count, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { daysLeft, lastDay } from './clocks.ts';
import { applicationClocks, applications } from './table.ts';

/**
 * Works out the last day of every running clock anew, e.g. when a year's notice has come or was amended. Clocks that began
 * on the same day with as much left end on the same day, so they are changed together. Returns how many run.
 */
export async function recomputeClocks(tx: Transaction, calendar: WorkingCalendar): Promise<number> {
  const { startedOn, limitDays, usedDays, endedOn, pausedOn } = applicationClocks;
  const running = and(isNull(endedOn), isNull(pausedOn));
  const groups = await tx
    .select({ startedOn, limitDays, usedDays, clocks: count() })
    .from(applicationClocks)
    .where(running)
    .groupBy(startedOn, limitDays, usedDays);
  for (const group of groups) {
    const same = and(
      running,
      eq(startedOn, group.startedOn),
      eq(limitDays, group.limitDays),
      eq(usedDays, group.usedDays),
    );
    const dueOn = lastDay(group.startedOn, daysLeft(group), calendar);
    await tx.update(applicationClocks).set({ dueOn }).where(same);
  }
  await tx.update(applications).set({ dueOn: dueOnOfRunningClock }).where(sql`exists (${runningClock})`);
  return groups.reduce((sum, group) => sum + group.clocks, 0);
}

const runningClock = sql`select 1 from application_clocks where application_clocks.application_id = applications.id
  and application_clocks.ended_on is null and application_clocks.paused_on is null`;
const dueOnOfRunningClock = sql<string | null>`(select due_on from application_clocks
  where application_clocks.application_id = applications.id and application_clocks.ended_on is null
  and application_clocks.paused_on is null order by started_on desc limit 1)`;
