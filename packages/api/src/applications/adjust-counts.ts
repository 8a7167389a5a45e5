import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { nextVersion } from './change-state.ts';
import type { ApplicationRow } from './queries.ts';
import { applications } from './table.ts';

type Count = 'openTasks' | 'openConflicts' | 'openCorrections' | 'openDeferrals' | 'openScores' | 'openObjections';

/** Adds to the counts kept on a case, in the transaction of what changes them; a count is never below nought. */
export async function adjustCounts(
  tx: Transaction,
  applicationId: string,
  by: Readonly<Partial<Record<Count, number>>>,
): Promise<ApplicationRow> {
  const set = Object.fromEntries(
    Object.entries(by).map(([count, n]) => [count, sql`max(0, ${applications[count as Count]} + ${n})`]),
  );
  const [after] = await tx
    .update(applications)
    .set({ ...set, version: nextVersion })
    .where(eq(applications.id, applicationId))
    .returning();
  if (!after) throw new ApiError(404, 'not-found');
  return after;
}
