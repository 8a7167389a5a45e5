import { and, eq, isNull, lt } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { readScheme } from '../schemes/queries.ts';
import { hasBrokenPromise } from './broken-promise.ts';
import type { Surroundings } from './guard-view.ts';
import { type ApplicationRow, listEvents } from './queries.ts';
import { deferrals } from './table.ts';

/** Reads what the guards need beside the row of the case. */
export async function readSurroundings(db: Reader, row: ApplicationRow, today: string): Promise<Surroundings> {
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  if (!scheme) throw new Error(`scheme ${row.schemeId} has no revision ${row.schemeRevision}`);
  const mine = await db.select().from(deferrals).where(eq(deferrals.applicationId, row.id));
  const late = and(eq(deferrals.applicationId, row.id), isNull(deferrals.deliveredAt), lt(deferrals.dueOn, today));
  return {
    scheme,
    events: await listEvents(db, row.id),
    hasPromise: mine.length > 0,
    mayDefer: mine.length > 0 && !(await hasBrokenPromise(db, row.firmId)),
    hasBrokenPromise:
      (await db.select({ id: deferrals.applicationId }).from(deferrals).where(late).limit(1)).length > 0,
  };
}
