import { asc, avg, count, gte } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { applicationClocks } from './table.ts';

/** What each step has really taken in working days, pauses left out, over all schemes, for steps that ended since a day. */
export async function averageSteps(db: Reader, since: string) {
  const { kind, usedDays, endedOn } = applicationClocks;
  const rows = await db
    .select({ clock: kind, average: avg(usedDays), cases: count() })
    .from(applicationClocks)
    .where(gte(endedOn, since))
    .groupBy(kind)
    .orderBy(asc(kind));
  return rows.map(({ clock, average, cases }) => ({
    clock,
    workingDays: Math.round(Number(average ?? 0) * 10) / 10,
    cases,
  }));
}
