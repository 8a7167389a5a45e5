import { adjustCounts } from '../applications/adjust-counts.ts';
import { changeState } from '../applications/change-state.ts';
import { type ApplicationRow, readApplication } from '../applications/queries.ts';
import { recordShare } from '../applications/record-share.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { message, say } from '../messages/say.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import type { ObjectionAnswer } from './contract.ts';
import { listObjections, type ObjectionRecord, readObjection } from './queries.ts';
import { writeAnswer } from './write-answer.ts';

type Answering = Omit<PersonalAct, 'database'>;

/**
 * Answers an objection in writing (异议答复). With the last open one the case moves: on with its notice where all were
 * dismissed, back to the decision where one was upheld.
 */
export const answerObjection = (
  act: PersonalAct,
  { objectionId, version, outcome, answer }: ObjectionAnswer & { readonly objectionId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const objection = await readObjection(tx, objectionId);
    const row = objection && (await readApplication(tx, objection.applicationId));
    if (!objection || !row) throw new ApiError(404, 'not-found');
    if (row.version !== version || objection.outcome !== null) throw new ApiError(409, 'changed-meanwhile');
    if (row.state !== 'under-objection') throw new ApiError(409, 'not-in-this-state');
    await writeAnswer(tx, act, objectionId, outcome, answer);
    const details = { number: objection.number, outcome };
    await recordShare(tx, act, row, { what: 'objection.answered', duty: 'decide', reason: answer, details });
    await appendAudit(tx, act, {
      action: 'objection.answered',
      subject: { type: 'objection', id: objectionId },
      details,
    });
    await tellObjector(tx, act, objection, answer);
    const counted = await adjustCounts(tx, row.id, { openObjections: -1 });
    return counted.openObjections > 0 ? counted : moveOn(tx, act, row.id, answer);
  });

async function moveOn(tx: Transaction, act: Answering, applicationId: string, reason: string): Promise<ApplicationRow> {
  const all = await listObjections(tx, applicationId);
  const sameStop = all.filter(({ noticeId }) => noticeId === all.at(-1)?.noticeId);
  const isUpheld = sameStop.some(({ outcome }) => outcome === 'upheld');
  return changeState(tx, act, {
    applicationId,
    event: isUpheld ? 'uphold-objection' : 'dismiss-objection',
    reason,
    details: { objections: sameStop.map(({ number }) => number) },
  });
}

/** An anonymous objector, or one who left a telephone number, reads the answer on the notice. */
async function tellObjector(
  tx: Transaction,
  { now }: Answering,
  { contact, number, noticeId, language }: ObjectionRecord,
  answer: string,
): Promise<void> {
  if (contact === null || !contact.includes('@')) return;
  const subject = say(message('mail.objection-answered.subject', { number }), language);
  const text = say(message('mail.objection-answered', { number, answer }), language);
  await queueMessage(tx, now, { kind: 'email', to: contact, subject, text, link: `/publicity/${noticeId}` });
}
