import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { nextNumber } from '../../next-number.ts';
import { consultationComments } from '../table.ts';
import type { CommentReceipt, SendConsultationComment } from './contract.ts';
import { findConsultation, isOpenOn } from './describe-consultation.ts';
import { lastCommentNumber } from './queries.ts';

/** Takes in what anyone has to say about a text (公众意见), while its consultation is open. */
export const sendComment = (
  { database, now, requestId }: Omit<Act, 'actor'>,
  consultationId: string,
  { text, name, contact, path }: SendConsultationComment,
): Promise<CommentReceipt> =>
  withTransaction(database, async (tx) => {
    const today = dayInChina(now);
    const row = await findConsultation(tx, consultationId, today);
    if (!isOpenOn(row, today)) throw new ApiError(409, 'studio.consultation-closed');
    const start = `YJ-${today.slice(0, 4)}-`;
    const number = nextNumber(start, await lastCommentNumber(tx, start), { width: 6 });
    const receivedAt = now.toISOString();
    const from = { name: name ?? null, contact: contact ?? null, path: path ?? null };
    await tx.insert(consultationComments).values({ id: newId(), number, consultationId, text, receivedAt, ...from });
    await appendAudit(
      tx,
      { actor: 'system', now, requestId },
      {
        action: 'consultation.commented',
        subject: { type: 'policy-consultation', id: consultationId },
        details: { number, isAnonymous: name === undefined },
      },
    );
    return { number, receivedAt };
  });
