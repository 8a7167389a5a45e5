import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { appendEvent } from './append-event.ts';
import type { Duty } from './duties.ts';
import { hasOtherShare } from './guards.ts';
import { type ApplicationRow, listEvents } from './queries.ts';

export interface Share {
  /** What was done, e.g. `task.answered`; becomes `application.<what>` in the audit trail. */
  readonly what: string;
  readonly duty: Duty;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Records that a person had a share in a case without moving it; refuses who already has a share under another duty. */
export async function recordShare(
  tx: Transaction,
  act: Omit<PersonalAct, 'database'>,
  row: ApplicationRow,
  share: Share,
): Promise<void> {
  const events = await listEvents(tx, row.id);
  const shares = events.flatMap(({ by, duty }) => (duty === null ? [] : [{ userId: by, duty }]));
  if (hasOtherShare(act.actor.userId, share.duty, shares))
    throw new ApiError(412, 'conditions-not-met', {
      args: { count: '1' },
      details: [{ path: 'different-person', message: message('api.guard.different-person') }],
    });
  await appendEvent(tx, act, row.id, {
    event: share.what,
    from: row.state,
    to: row.state,
    duty: share.duty,
    reason: share.reason ?? null,
    clause: null,
    details: JSON.stringify(share.details ?? {}),
  });
  await appendAudit(tx, act, {
    action: `application.${share.what}`,
    subject: { type: 'application', id: row.id },
    details: share.details ?? {},
  });
}
