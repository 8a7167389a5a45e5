import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { applicationClocks, applications, caseMessages, corrections, deferrals, submissions } from './table.ts';

export type Submission = typeof submissions.$inferSelect;
export type Correction = typeof corrections.$inferSelect;
export type Deferral = typeof deferrals.$inferSelect;
export type ClockRow = typeof applicationClocks.$inferSelect;
export type CaseMessage = typeof caseMessages.$inferSelect;

/** Everything that was submitted in a case, the latest first. */
export const listSubmissions = (db: Reader, applicationId: string): Promise<Submission[]> =>
  db.select().from(submissions).where(eq(submissions.applicationId, applicationId)).orderBy(desc(submissions.round));

export const listCorrections = (db: Reader, applicationId: string): Promise<Correction[]> =>
  db
    .select()
    .from(corrections)
    .where(eq(corrections.applicationId, applicationId))
    .orderBy(asc(corrections.round), asc(corrections.id));

export const listDeferrals = (db: Reader, applicationId: string): Promise<Deferral[]> =>
  db.select().from(deferrals).where(eq(deferrals.applicationId, applicationId)).orderBy(asc(deferrals.materialId));

export const listClocks = (db: Reader, applicationId: string): Promise<ClockRow[]> =>
  db
    .select()
    .from(applicationClocks)
    .where(eq(applicationClocks.applicationId, applicationId))
    .orderBy(asc(applicationClocks.id));

export const listMessages = (db: Reader, applicationId: string): Promise<CaseMessage[]> =>
  db
    .select()
    .from(caseMessages)
    .where(eq(caseMessages.applicationId, applicationId))
    .orderBy(asc(caseMessages.at), asc(caseMessages.id));

/** The last submission of each other case of a firm, the latest first. */
export const otherSubmissionsOf = (db: Reader, firmId: string, applicationId: string, limit: number) =>
  db
    .select({ application: applications, submission: submissions })
    .from(applications)
    .innerJoin(submissions, eq(submissions.id, applications.submissionId))
    .where(and(eq(applications.firmId, firmId), ne(applications.id, applicationId)))
    .orderBy(desc(applications.createdAt))
    .limit(limit);
