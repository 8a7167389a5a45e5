import { and, asc, count, desc, eq, gt, inArray, isNull, lt } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { policyDraftComments, policyDraftEdits, policyDrafts } from '../table.ts';

export type StudioDraftRow = typeof policyDrafts.$inferSelect;
export type StudioEditRow = typeof policyDraftEdits.$inferSelect;
export type StudioCommentRow = typeof policyDraftComments.$inferSelect;

export async function readDraftRow(db: Reader, id: string): Promise<StudioDraftRow | undefined> {
  const [row] = await db.select().from(policyDrafts).where(eq(policyDrafts.id, id));
  return row;
}

/** All drafts without their texts, the one changed last first. */
export const listDraftRows = (db: Reader): Promise<StudioDraftRow[]> =>
  db.select().from(policyDrafts).orderBy(desc(policyDrafts.updatedAt), desc(policyDrafts.id));

/** Savings after a version, the first one first. */
export const listEditsSince = (db: Reader, draftId: string, version: number): Promise<StudioEditRow[]> =>
  db
    .select()
    .from(policyDraftEdits)
    .where(and(eq(policyDraftEdits.draftId, draftId), gt(policyDraftEdits.version, version)))
    .orderBy(asc(policyDraftEdits.version));

/** The history of a draft, the latest first. */
export const listEditsBefore = (
  db: Reader,
  draftId: string,
  before: number | undefined,
  limit: number,
): Promise<StudioEditRow[]> =>
  db
    .select()
    .from(policyDraftEdits)
    .where(
      and(
        eq(policyDraftEdits.draftId, draftId),
        ...(before === undefined ? [] : [lt(policyDraftEdits.version, before)]),
      ),
    )
    .orderBy(desc(policyDraftEdits.version))
    .limit(limit);

/** A person's own savings that still count, the latest first; enough of them to find what to take back. */
export const listOwnEdits = (db: Reader, draftId: string, userId: string): Promise<StudioEditRow[]> =>
  db
    .select()
    .from(policyDraftEdits)
    .where(
      and(eq(policyDraftEdits.draftId, draftId), eq(policyDraftEdits.by, userId), isNull(policyDraftEdits.revertedBy)),
    )
    .orderBy(desc(policyDraftEdits.version))
    .limit(200);

/** Everybody who has ever changed the text. */
export async function listEditors(db: Reader, draftId: string): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ by: policyDraftEdits.by })
    .from(policyDraftEdits)
    .where(eq(policyDraftEdits.draftId, draftId));
  return rows.map(({ by }) => by);
}

export const listCommentRows = (db: Reader, draftId: string): Promise<StudioCommentRow[]> =>
  db
    .select()
    .from(policyDraftComments)
    .where(eq(policyDraftComments.draftId, draftId))
    .orderBy(asc(policyDraftComments.id));

/** Remarks not yet seen to, by draft. */
export async function countOpenComments(db: Reader, draftIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (draftIds.length === 0) return new Map();
  const rows = await db
    .select({ draftId: policyDraftComments.draftId, n: count() })
    .from(policyDraftComments)
    .where(and(inArray(policyDraftComments.draftId, [...draftIds]), isNull(policyDraftComments.resolvedAt)))
    .groupBy(policyDraftComments.draftId);
  return new Map(rows.map(({ draftId, n }) => [draftId, n]));
}
