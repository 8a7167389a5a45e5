import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { consultationComments } from '../table.ts';
import { byOf } from '../who.ts';

interface CommentKey {
  readonly consultationId: string;
  readonly commentId: string;
}

const ofKey = ({ consultationId, commentId }: CommentKey) =>
  and(eq(consultationComments.id, commentId), eq(consultationComments.consultationId, consultationId));

/** Answers a comment publicly (答复意见): whether it was taken up, and why. */
export const replyToComment = (
  act: PersonalAct,
  key: CommentKey,
  { text, isAdopted }: { readonly text: string; readonly isAdopted: boolean },
): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const { by, byName, at } = byOf(act);
    const replied = await tx
      .update(consultationComments)
      .set({ reply: text, isAdopted, repliedAt: at, repliedBy: by, repliedByName: byName })
      .where(ofKey(key))
      .returning({ number: consultationComments.number });
    if (!replied[0]) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, {
      action: 'consultation.replied',
      subject: { type: 'policy-consultation', id: key.consultationId },
      details: { number: replied[0].number, isAdopted },
    });
  });

/** Takes a comment off the public page, for a reason that is kept (不予公开). */
export const hideComment = (act: PersonalAct, key: CommentKey, reason: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const { by, at } = byOf(act);
    const hidden = await tx
      .update(consultationComments)
      .set({ hiddenReason: reason, hiddenAt: at, hiddenBy: by })
      .where(and(ofKey(key), isNull(consultationComments.hiddenAt)))
      .returning({ number: consultationComments.number });
    if (!hidden[0]) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, {
      action: 'consultation.hidden',
      subject: { type: 'policy-consultation', id: key.consultationId },
      details: { number: hidden[0].number, reason },
    });
  });
