import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { readScheme } from '../schemes/queries.ts';
import type { Surroundings } from './guard-view.ts';
import { type ApplicationRow, listEvents } from './queries.ts';
import { applications, deferrals } from './table.ts';

/** Reads what the guards need beside the row of the case. */
export async function readSurroundings(db: Reader, row: ApplicationRow, today: string): Promise<Surroundings> {
  const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
  if (!scheme) throw new Error(`scheme ${row.schemeId} has no revision ${row.schemeRevision}`);
  const mine = await db.select().from(deferrals).where(eq(deferrals.applicationId, row.id));
  const late = and(eq(deferrals.applicationId, row.id), isNull(deferrals.deliveredAt), lt(deferrals.dueOn, today));
  const broken = await db
    .select({ id: applications.id })
    .from(deferrals)
    .innerJoin(applications, eq(applications.id, deferrals.applicationId))
    .where(and(eq(applications.firmId, row.firmId), isNotNull(deferrals.brokenAt)))
    .limit(1);
  return {
    scheme,
    events: await listEvents(db, row.id),
    hasPromise: mine.length > 0,
    mayDefer: mine.length > 0 && broken.length === 0,
    hasBrokenPromise:
      (await db.select({ id: deferrals.applicationId }).from(deferrals).where(late).limit(1)).length > 0,
  };
}
