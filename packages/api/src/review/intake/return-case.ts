import { changeState } from '../../applications/change-state.ts';
import type { ApplicationRow } from '../../applications/queries.ts';
import { raiseCorrections } from '../../applications/raise-corrections.ts';
import { listCorrections, listSubmissions } from '../../applications/read-case.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { issueLetter } from '../../decisions/letters/issue-letter.ts';
import { refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { tellFirm } from '../tell-firm.ts';
import type { ReturnRequest } from './contract.ts';
import { visibleBefore } from './visible-before.ts';

/**
 * Returns a case with everything that is missing at once (一次性告知). INVARIANT (told-once): what could be seen the first
 * time is raised later only with a reason, and that is marked for everyone to see.
 */
export const returnCase = (
  act: PersonalAct,
  { applicationId, version, items }: ReturnRequest & { readonly applicationId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const earlier = await listCorrections(tx, applicationId);
    const round = Math.max(0, ...earlier.map((each) => each.round)) + 1;
    const isLate = visibleBefore(earlier, await listSubmissions(tx, applicationId));
    const unexplained = items.flatMap(({ subject, lateReason }, i) =>
      isLate(subject) && lateReason === undefined
        ? [
            {
              path: `items.${i}.lateReason`,
              message: message('api.detail.visible-before'),
              fix: message('api.fix.late-reason'),
            },
          ]
        : [],
    );
    const marked = items.map((item) => ({ ...item, lateReason: isLate(item.subject) ? item.lateReason : undefined }));
    const late = marked.flatMap(({ subject, lateReason }) => (lateReason ? [{ subject, lateReason }] : []));
    const row = await changeState(tx, act, {
      applicationId,
      event: 'return',
      version,
      set: { openCorrections: items.length },
      details: { round, items: items.map(({ subject }) => subject), ...(late.length > 0 ? { late } : {}) },
    });
    if (unexplained.length > 0) throw refuseAll('invalid-request', unexplained);
    await raiseCorrections(tx, applicationId, round, marked, {
      at: act.now.toISOString(),
      userId: act.actor.userId,
    });
    await issueLetter(tx, act, row, 'return');
    await tellFirm(tx, act, row, 'return', { count: String(items.length), day: row.dueOn ?? '—' });
    return row;
  });
