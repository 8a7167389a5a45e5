import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Reader, Transaction } from '../db/open-database.ts';
import type { ApplicationRow } from './queries.ts';
import type { StateId } from './states.ts';
import { applicationClocks, applications, deferrals } from './table.ts';

/** States in which the passing of the last day itself moves the case. */
const MOVED_BY_TIME: readonly StateId[] = ['submitted', 'returned', 'in-publicity', 'refused'];
/** States in which a promised material may still be awaited. */
export const AWAITING: readonly StateId[] = ['in-review', 'in-panel', 'in-ranking', 'in-decision'];

const running = and(
  eq(applicationClocks.applicationId, applications.id),
  isNull(applicationClocks.endedOn),
  isNull(applicationClocks.pausedOn),
);

/** Cases whose last day is over and where something is still to be done about it, the oldest first. */
export async function listLate(db: Reader, today: string, limit: number): Promise<readonly string[]> {
  const isNews = or(
    inArray(applications.state, [...MOVED_BY_TIME]),
    and(eq(applications.state, 'in-review'), gt(applications.openTasks, 0)),
    isNull(applicationClocks.overranOn),
  );
  const rows = await db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(applicationClocks, running)
    .where(and(lt(applications.dueOn, today), isNull(applications.endedAt), isNews))
    .orderBy(asc(applications.dueOn))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Cases in which a promised material has not come by its day. */
export async function listBrokenPromises(db: Reader, today: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .select({ id: applications.id })
    .from(deferrals)
    .innerJoin(applications, eq(applications.id, deferrals.applicationId))
    .where(
      and(
        lt(deferrals.dueOn, today),
        isNull(deferrals.deliveredAt),
        isNull(deferrals.brokenAt),
        inArray(applications.state, [...AWAITING]),
      ),
    )
    .groupBy(applications.id)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Marks the promises of a case whose day has passed as broken (未履行承诺). */
export const breakPromises = (tx: Transaction, applicationId: string, today: string, at: string) =>
  tx
    .update(deferrals)
    .set({ brokenAt: at })
    .where(and(eq(deferrals.applicationId, applicationId), lt(deferrals.dueOn, today), isNull(deferrals.deliveredAt)))
    .returning({ materialId: deferrals.materialId });

/** Notes once that the clock of the office that runs has passed its last day; true where it was not noted before. */
export async function noteOverrun(tx: Transaction, row: ApplicationRow): Promise<string | undefined> {
  const [noted] = await tx
    .update(applicationClocks)
    .set({ overranOn: row.dueOn })
    .where(
      and(
        eq(applicationClocks.applicationId, row.id),
        isNull(applicationClocks.endedOn),
        isNull(applicationClocks.pausedOn),
        isNull(applicationClocks.overranOn),
      ),
    )
    .returning({ kind: applicationClocks.kind });
  return noted?.kind;
}
