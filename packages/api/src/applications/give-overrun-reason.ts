import { and, eq, isNotNull } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { appendTold } from './append-event.ts';
import { maySee, readApplication } from './queries.ts';
import { applicationClocks } from './table.ts';

/** States why the office passed a limit (超时说明); everyone can read it. */
export const giveOverrunReason = (act: PersonalAct, applicationId: string, reason: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const row = await readApplication(tx, applicationId);
    if (!row || !maySee(act.actor, row)) throw new ApiError(404, 'not-found');
    const late = and(eq(applicationClocks.applicationId, applicationId), isNotNull(applicationClocks.overranOn));
    const told = await tx
      .update(applicationClocks)
      .set({ overrunReason: reason, overrunBy: act.actor.userId })
      .where(late)
      .returning({ kind: applicationClocks.kind });
    if (told.length === 0) throw new ApiError(409, 'no-overrun');
    await appendTold(tx, act, row, 'overrun-explained', { steps: told.map(({ kind }) => kind) }, reason);
    await appendAudit(tx, act, {
      action: 'application.overrun-explained',
      subject: { type: 'application', id: applicationId },
      details: { reason, steps: told.map(({ kind }) => kind) },
    });
  });
