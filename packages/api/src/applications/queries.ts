import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { type Actor, hasStaffRole, roleInFirm } from '../identity/actor.ts';
import { CASE_READERS } from '../identity/roles.ts';
import { applicationEvents, applications } from './table.ts';

export type ApplicationRow = typeof applications.$inferSelect;
export type ApplicationEvent = typeof applicationEvents.$inferSelect;

export async function readApplication(db: Reader, id: string): Promise<ApplicationRow | undefined> {
  const [row] = await db.select().from(applications).where(eq(applications.id, id));
  return row;
}

/** Every event of a case, the first one first. */
export const listEvents = (db: Reader, applicationId: string): Promise<ApplicationEvent[]> =>
  db
    .select()
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, applicationId))
    .orderBy(asc(applicationEvents.seq));

/** Whether the person may know that the case exists: people of the firm, and officials once it is submitted. */
export const maySee = (actor: Actor, row: Pick<ApplicationRow, 'firmId' | 'submissionId'>): boolean =>
  roleInFirm(actor, row.firmId) !== undefined || (row.submissionId !== null && hasStaffRole(actor, CASE_READERS));
