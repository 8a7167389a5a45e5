import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import {
  fairnessReviews,
  legalityNotes,
  policyApprovals,
  policyDrafts,
  policyNotices,
  policyTransitions,
} from '../table.ts';

export type ApprovalRow = typeof policyApprovals.$inferSelect;
export type FairnessRow = typeof fairnessReviews.$inferSelect;
export type LegalityRow = typeof legalityNotes.$inferSelect;
export type NoticeRow = typeof policyNotices.$inferSelect;
export type TransitionRecord = typeof policyTransitions.$inferSelect;

/** Decisions on a draft, the latest first. */
export const listApprovals = (db: Reader, draftId: string): Promise<ApprovalRow[]> =>
  db.select().from(policyApprovals).where(eq(policyApprovals.draftId, draftId)).orderBy(desc(policyApprovals.id));

/** The last review of each condition. */
export async function listFairness(db: Reader, draftId: string): Promise<ReadonlyMap<string, FairnessRow>> {
  const rows = await db
    .select()
    .from(fairnessReviews)
    .where(eq(fairnessReviews.draftId, draftId))
    .orderBy(asc(fairnessReviews.id));
  return new Map(rows.map((row) => [row.of, row]));
}

export async function lastLegality(db: Reader, draftId: string): Promise<LegalityRow | undefined> {
  const [row] = await db
    .select()
    .from(legalityNotes)
    .where(eq(legalityNotes.draftId, draftId))
    .orderBy(desc(legalityNotes.id))
    .limit(1);
  return row;
}

/** Published drafts whose day has come and whose transition has not been carried out, the earliest first. */
export const listDue = (db: Reader, today: string): Promise<StudioDraftRow[]> =>
  db
    .select()
    .from(policyDrafts)
    .where(
      and(eq(policyDrafts.state, 'scheduled'), lte(policyDrafts.inForceFrom, today), isNull(policyDrafts.appliedAt)),
    )
    .orderBy(asc(policyDrafts.inForceFrom));

export const listTransitionRecords = (db: Reader, draftId: string): Promise<TransitionRecord[]> =>
  db
    .select()
    .from(policyTransitions)
    .where(eq(policyTransitions.draftId, draftId))
    .orderBy(asc(policyTransitions.applicationId));

export const listNotices = (db: Reader): Promise<NoticeRow[]> =>
  db.select().from(policyNotices).orderBy(desc(policyNotices.id)).limit(200);

export async function readNotice(db: Reader, id: string): Promise<NoticeRow | undefined> {
  const [row] = await db.select().from(policyNotices).where(eq(policyNotices.id, id));
  return row;
}
