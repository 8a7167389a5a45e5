import { adjustCounts } from '../applications/adjust-counts.ts';
import { changeState } from '../applications/change-state.ts';
import { type ApplicationRow, readApplication } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import { newId } from '../db/new-id.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { newToken } from '../identity/secrets/digest-secret.ts';
import type { Locale } from '../messages/say.ts';
import { nextNumber } from '../next-number.ts';
import { digestOfKey } from './attach-file.ts';
import type { ObjectionReceipt, ObjectionRequest } from './contract.ts';
import { lastObjectionNumber, readNoticeRow } from './queries.ts';
import { objections } from './table.ts';

export interface Raised {
  readonly noticeId: string;
  readonly applicationId: string;
  readonly objection: ObjectionRequest;
  readonly language: Locale;
}

/** Takes in an objection (异议) from anyone while the row is open; it stops this row only. */
export const raiseObjection = (
  { database, now, requestId }: Omit<Act, 'actor'>,
  { noticeId, applicationId, objection, language }: Raised,
): Promise<ObjectionReceipt> =>
  withTransaction(database, async (tx) => {
    const system = { actor: 'system', now, requestId } as const;
    const published = await readNoticeRow(tx, noticeId, applicationId);
    const row = await readApplication(tx, applicationId);
    if (!published || !row) throw new ApiError(404, 'not-found');
    if (published.replacedBy !== null || !isOpen(row, now)) throw new ApiError(409, 'notice-closed');
    const start = `YY-${dayInChina(now).slice(0, 4)}-`;
    const number = nextNumber(start, await lastObjectionNumber(tx, start), { width: 6 });
    const id = newId();
    const { isAnonymous, text } = objection;
    const from = objection.isAnonymous
      ? { name: null, contact: null }
      : { name: objection.name, contact: objection.contact };
    const receivedAt = now.toISOString();
    const filesKey = newToken();
    const more = { ...from, text, receivedAt, language, filesKeyDigest: digestOfKey(filesKey) };
    await tx.insert(objections).values({ id, number, noticeId, applicationId, isAnonymous, ...more });
    const counted = await adjustCounts(tx, applicationId, { openObjections: 1 });
    const after =
      row.state === 'in-publicity'
        ? await changeState(tx, system, { applicationId, event: 'raise-objection', details: { number } })
        : counted;
    await appendAudit(tx, system, {
      action: 'objection.received',
      subject: { type: 'objection', id },
      details: { number, applicationId, isAnonymous },
    });
    return { id, number, receivedAt, answerBy: after.dueOn, filesKey };
  });

/** Until the end of the last day; and while another objection is looked into. */
const isOpen = ({ state, dueOn }: ApplicationRow, now: Date): boolean =>
  state === 'under-objection' || (state === 'in-publicity' && (dueOn === null || dayInChina(now) <= dueOn));
