import { and, asc, desc, eq, inArray, lt, max } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { type Actor, hasStaffRole, roleInFirm } from '../identity/actor.ts';
import { CASE_READERS } from '../identity/roles.ts';
import { applicationEvents, applications, submissions } from './table.ts';

export type ApplicationRow = typeof applications.$inferSelect;
export type ApplicationEvent = typeof applicationEvents.$inferSelect;

export async function readApplication(db: Reader, id: string): Promise<ApplicationRow | undefined> {
  const [row] = await db.select().from(applications).where(eq(applications.id, id));
  return row;
}

export const readApplications = async (db: Reader, ids: readonly string[]): Promise<ApplicationRow[]> =>
  ids.length === 0
    ? []
    : db
        .select()
        .from(applications)
        .where(inArray(applications.id, [...ids]));

export async function readApplicationByNumber(db: Reader, number: string): Promise<ApplicationRow | undefined> {
  const [row] = await db.select().from(applications).where(eq(applications.number, number));
  return row;
}

export type SubmissionRow = typeof submissions.$inferSelect;

export async function readSubmission(db: Reader, id: string): Promise<SubmissionRow | undefined> {
  const [row] = await db.select().from(submissions).where(eq(submissions.id, id));
  return row;
}

/** Cases of these schemes that wait to be ranked for the pool of a year, the earliest submission first. */
export const listInRanking = (db: Reader, schemeIds: readonly string[], poolYear: number): Promise<ApplicationRow[]> =>
  db
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.state, 'in-ranking'),
        eq(applications.poolYear, poolYear),
        inArray(applications.schemeId, [...schemeIds]),
      ),
    )
    .orderBy(asc(applications.submittedAt), asc(applications.id));

/** Cases that wait before a panel, the longest waiting first. */
export const listBeforePanels = (db: Reader): Promise<ApplicationRow[]> =>
  db.select().from(applications).where(eq(applications.state, 'in-panel')).orderBy(asc(applications.dueOn)).limit(500);

/** Approved cases, the last approved first; `before` is the id of the last one seen. */
export const listApproved = (db: Reader, before: string | undefined, limit: number): Promise<ApplicationRow[]> =>
  db
    .select()
    .from(applications)
    .where(and(eq(applications.state, 'approved'), ...(before === undefined ? [] : [lt(applications.id, before)])))
    .orderBy(desc(applications.id))
    .limit(limit);

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

/** One firm for each state there is a case in, the latest case first. */
export async function namedStates(
  db: Reader,
): Promise<readonly Pick<ApplicationRow, 'firmId' | 'firmName' | 'state'>[]> {
  const { firmId, firmName, state } = applications;
  const latest = max(applications.stateSince);
  const rows = await db
    .select({ firmId, firmName, state, latest })
    .from(applications)
    .groupBy(state)
    .orderBy(desc(latest));
  return rows;
}
