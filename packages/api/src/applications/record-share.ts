import { eq, max } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import type { Duty } from './duties.ts';
import { hasOtherShare } from './guards.ts';
import { type ApplicationRow, listEvents } from './queries.ts';
import { applicationEvents } from './table.ts';

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
  const [last] = await tx
    .select({ seq: max(applicationEvents.seq) })
    .from(applicationEvents)
    .where(eq(applicationEvents.applicationId, row.id));
  await tx.insert(applicationEvents).values({
    applicationId: row.id,
    seq: (last?.seq ?? 0) + 1,
    event: share.what,
    from: row.state,
    to: row.state,
    at: act.now.toISOString(),
    by: act.actor.userId,
    byName: act.actor.name,
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
