import { and, eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { applications, deferrals } from './table.ts';

/** Whether the firm has let a promise to hand in a material lapse in any case: it may not defer again. */
export async function hasBrokenPromise(db: Reader, firmId: string): Promise<boolean> {
  const broken = await db
    .select({ id: applications.id })
    .from(deferrals)
    .innerJoin(applications, eq(applications.id, deferrals.applicationId))
    .where(and(eq(applications.firmId, firmId), isNotNull(deferrals.brokenAt)))
    .limit(1);
  return broken.length > 0;
}
