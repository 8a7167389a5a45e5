import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { schemes } from './table.ts';

/** Takes no new applications under a scheme (停止申报); cases that were submitted go on. */
export const closeScheme = (act: PersonalAct, id: string, reason: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const closed = await tx
      .update(schemes)
      .set({ status: 'closed', closedAt: act.now.toISOString(), closeReason: reason })
      .where(and(eq(schemes.id, id), eq(schemes.status, 'published')))
      .returning({ revision: schemes.revision });
    if (closed.length === 0) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, { action: 'scheme.closed', subject: { type: 'scheme', id }, details: { reason } });
  });
