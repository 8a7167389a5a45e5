import { and, avg, count, eq, isNotNull, max, notInArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { StepTime } from '../schemes/contract.ts';
import type { SchemeDocument } from '../schemes/scheme.ts';
import { BROKEN_OFF, type ClockKind } from './states.ts';
import { applicationClocks, applications } from './table.ts';

/** The steps every case of a scheme goes through on its way to an answer. */
export const stepsOf = ({ panel, ranks }: SchemeDocument): readonly ClockKind[] => [
  'intake',
  'review',
  ...(panel?.isUsed ? (['panel'] as const) : []),
  ...(ranks ? (['ranking'] as const) : []),
  'decision',
  'publicity',
];

/** The limit of each step of a scheme beside what it has really taken, pauses left out, over all its cases that have left it; what a firm broke off says nothing about the office. */
export async function readStepTimes(db: Reader, scheme: SchemeDocument): Promise<StepTime[]> {
  const { kind, usedDays, endedOn, applicationId } = applicationClocks;
  const rows = await db
    .select({ kind, cases: count(), average: avg(usedDays), longest: max(usedDays) })
    .from(applicationClocks)
    .innerJoin(applications, eq(applications.id, applicationId))
    .where(and(eq(applications.schemeId, scheme.id), isNotNull(endedOn), notInArray(applications.state, BROKEN_OFF)))
    .groupBy(kind);
  return stepsOf(scheme).map((step) => {
    const found = rows.find((row) => row.kind === step);
    const limitDays = scheme.limits[step];
    if (!found || found.average === null) return { kind: step, limitDays, cases: 0 };
    const averageDays = Math.round(Number(found.average) * 10) / 10;
    return { kind: step, limitDays, cases: found.cases, averageDays, longestDays: found.longest ?? 0 };
  });
}
