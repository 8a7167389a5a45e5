import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { roleInFirm } from '../identity/actor.ts';
import { listFirmMembers } from '../identity/firm-people.ts';
import { holdersOf } from '../identity/queries.ts';
import { notify } from '../notifications/notify.ts';
import { type ApplicationRow, maySee, readApplication } from './queries.ts';
import type { CaseMessage } from './read-case.ts';
import { caseMessages } from './table.ts';

interface Post {
  readonly applicationId: string;
  readonly text: string;
  /** `internal` is for the office alone; a firm's words are always shared. */
  readonly visibility: 'shared' | 'internal';
}

/** Writes a message on a case (留言), or a note of the office. Whether an official may open the case is for the caller to check. */
export const postMessage = (act: PersonalAct, { applicationId, text, visibility }: Post): Promise<CaseMessage> =>
  withTransaction(act.database, async (tx) => {
    const row = await readApplication(tx, applicationId);
    if (!row || !maySee(act.actor, row)) throw new ApiError(404, 'not-found');
    const side = roleInFirm(act.actor, row.firmId) === undefined ? ('office' as const) : ('firm' as const);
    const message: CaseMessage = {
      id: newId(),
      applicationId,
      visibility: side === 'firm' ? 'shared' : visibility,
      side,
      text,
      at: act.now.toISOString(),
      by: act.actor.userId,
      byName: act.actor.name,
    };
    await tx.insert(caseMessages).values(message);
    // The words themselves stay out of the trail, which is read by more people than the case is.
    const details = { message: message.id, visibility: message.visibility, side };
    await appendAudit(tx, act, {
      action: 'application.message-posted',
      subject: { type: 'application', id: applicationId },
      details,
    });
    if (message.visibility === 'shared') await tell(tx, act, row, side);
    return message;
  });

async function tell(tx: Transaction, act: PersonalAct, row: ApplicationRow, from: 'firm' | 'office'): Promise<void> {
  const args = { number: row.number ?? row.projectName };
  if (from === 'firm') {
    const to = await holdersOf(tx, 'intake-clerk');
    return notify(tx, act, { to, key: 'desk.message', args, link: `/desk/cases/${row.id}` });
  }
  const members = await listFirmMembers(tx, row.firmId);
  const to = members.map(({ userId }) => userId);
  return notify(tx, act, { to, key: 'application.message', args, link: `/my/applications/${row.id}` });
}
