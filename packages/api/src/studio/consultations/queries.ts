import { and, asc, count, desc, eq, inArray, isNull, like, max, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { consultationComments, policyConsultations, policyDrafts } from '../table.ts';

export type ConsultationRow = typeof policyConsultations.$inferSelect;
export type CommentRow = typeof consultationComments.$inferSelect;

export async function readConsultation(db: Reader, id: string): Promise<ConsultationRow | undefined> {
  const [row] = await db.select().from(policyConsultations).where(eq(policyConsultations.id, id));
  return row;
}

/** The last consultation of a draft, or why it has none. */
export async function lastConsultation(db: Reader, draftId: string): Promise<ConsultationRow | undefined> {
  const [row] = await db
    .select()
    .from(policyConsultations)
    .where(eq(policyConsultations.draftId, draftId))
    .orderBy(desc(policyConsultations.id))
    .limit(1);
  return row;
}

/** Drafts still in consultation whose last consultation is over, with its last day. */
export async function listEndedConsultations(
  db: Reader,
  today: string,
): Promise<readonly { readonly draftId: string; readonly closesOn: string }[]> {
  const open = await db
    .select({ id: policyDrafts.id })
    .from(policyDrafts)
    .where(eq(policyDrafts.state, 'in-consultation'));
  const last = await Promise.all(open.map(({ id }) => lastConsultation(db, id)));
  return last.flatMap((row) =>
    row?.closesOn && row.closesOn < today ? [{ draftId: row.draftId, closesOn: row.closesOn }] : [],
  );
}

/** Public consultations with the policy they are about, the latest first. */
export async function listConsultations(
  db: Reader,
): Promise<readonly { readonly row: ConsultationRow; readonly policyId: string }[]> {
  return db
    .select({ row: policyConsultations, policyId: policyDrafts.policyId })
    .from(policyConsultations)
    .innerJoin(policyDrafts, eq(policyDrafts.id, policyConsultations.draftId))
    .where(eq(policyConsultations.kind, 'public'))
    .orderBy(desc(policyConsultations.id))
    .limit(200);
}

export const listComments = (db: Reader, consultationId: string): Promise<CommentRow[]> =>
  db
    .select()
    .from(consultationComments)
    .where(eq(consultationComments.consultationId, consultationId))
    .orderBy(asc(consultationComments.id));

export interface CommentCount {
  readonly all: number;
  readonly unanswered: number;
}

/** How many comments came, and how many wait for an answer; hidden ones count for neither. */
export async function countComments(db: Reader, ids: readonly string[]): Promise<(id: string) => CommentCount> {
  const rows = await db
    .select({
      id: consultationComments.consultationId,
      all: count(),
      unanswered: sql<number>`sum(${consultationComments.reply} IS NULL)`,
    })
    .from(consultationComments)
    .where(and(inArray(consultationComments.consultationId, [...ids]), isNull(consultationComments.hiddenAt)))
    .groupBy(consultationComments.consultationId);
  const byId = new Map(rows.map((row) => [row.id, { all: row.all, unanswered: Number(row.unanswered) }]));
  return (id) => byId.get(id) ?? { all: 0, unanswered: 0 };
}

/** The last number given out that begins so. */
export async function lastCommentNumber(db: Reader, start: string): Promise<string | undefined> {
  const [row] = await db
    .select({ last: max(consultationComments.number) })
    .from(consultationComments)
    .where(like(consultationComments.number, `${start}%`));
  return row?.last ?? undefined;
}
