import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { savedViews } from '../table.ts';

/** Removes a view of one's own. */
export const deleteView = (act: PersonalAct, id: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const mine = and(eq(savedViews.id, id), eq(savedViews.ownerId, act.actor.userId));
    const [gone] = await tx.delete(savedViews).where(mine).returning({ name: savedViews.name });
    if (!gone) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, {
      action: 'view.deleted',
      subject: { type: 'view', id },
      details: { name: gone.name },
    });
  });
