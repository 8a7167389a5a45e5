import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { notify } from '../../notifications/notify.ts';
import { policyDraftComments } from '../table.ts';
import { byOf, personOf, personOrNull } from '../who.ts';
import type { StudioComment } from './contract.ts';
import { listCommentRows, readDraftRow, type StudioCommentRow } from './queries.ts';

interface NewComment {
  readonly path: string;
  readonly text: string;
  readonly replyTo?: string | undefined;
}

export const describeComment = (row: StudioCommentRow): StudioComment => ({
  id: row.id,
  path: row.path,
  text: row.text,
  replyTo: row.replyTo,
  by: personOf(row),
  resolvedBy: personOrNull(row.resolvedBy, row.resolvedByName, row.resolvedAt),
});

/** Says something about a place of a draft (批注), or answers what somebody said; whoever wrote the draft is told. */
export const addComment = (
  act: PersonalAct,
  draftId: string,
  { path, text, replyTo }: NewComment,
): Promise<StudioComment> =>
  withTransaction(act.database, async (tx) => {
    const draft = await readDraftRow(tx, draftId);
    const others = await listCommentRows(tx, draftId);
    if (!draft || (replyTo !== undefined && !others.some(({ id }) => id === replyTo)))
      throw new ApiError(404, 'not-found');
    const row = { id: newId(), draftId, path, text, replyTo: replyTo ?? null, ...byOf(act) };
    await tx.insert(policyDraftComments).values(row);
    await appendAudit(tx, act, {
      action: 'policy-draft.commented',
      subject: { type: 'policy-draft', id: draftId },
      details: { comment: row.id, path },
    });
    const told = [draft.createdBy, draft.updatedBy, ...others.filter(({ id }) => id === replyTo).map(({ by }) => by)];
    await notify(tx, act, {
      to: told.filter((userId) => userId !== act.actor.userId),
      key: 'policy-draft.commented',
      args: { title: draft.title, name: act.actor.name },
      link: `/studio/drafts/${draftId}`,
    });
    return describeComment({ ...row, resolvedAt: null, resolvedBy: null, resolvedByName: null });
  });

/** Notes that a remark has been seen to. */
export const resolveComment = (act: PersonalAct, draftId: string, commentId: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const { by, byName, at } = byOf(act);
    const own = and(eq(policyDraftComments.id, commentId), eq(policyDraftComments.draftId, draftId));
    const [row] = await tx
      .update(policyDraftComments)
      .set({ resolvedAt: at, resolvedBy: by, resolvedByName: byName })
      .where(and(own, isNull(policyDraftComments.resolvedAt)))
      .returning({ id: policyDraftComments.id });
    if (!row) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, {
      action: 'policy-draft.comment-resolved',
      subject: { type: 'policy-draft', id: draftId },
      details: { comment: commentId },
    });
  });
