import { and, asc, avg, count, eq, gte, notInArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { BROKEN_OFF } from './states.ts';
import { applicationClocks, applications } from './table.ts';

/** What each step has really taken in working days, pauses left out, over all schemes, for steps that ended since a day. */
export async function averageSteps(db: Reader, since: string) {
  const { kind, usedDays, endedOn } = applicationClocks;
  const rows = await db
    .select({ clock: kind, average: avg(usedDays), cases: count() })
    .from(applicationClocks)
    .innerJoin(applications, eq(applications.id, applicationClocks.applicationId))
    .where(and(gte(endedOn, since), notInArray(applications.state, BROKEN_OFF)))
    .groupBy(kind)
    .orderBy(asc(kind));
  return rows.map(({ clock, average, cases }) => ({
    clock,
    workingDays: Math.round(Number(average ?? 0) * 10) / 10,
    cases,
  }));
}
