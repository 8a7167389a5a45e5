import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { notifications } from './table.ts';

/** Marks one's own notices as read, all of them or those named. Reading is no act for the audit trail. */
export async function markRead(act: PersonalAct, ids: readonly string[] | undefined): Promise<void> {
  const named = ids === undefined ? undefined : inArray(notifications.id, [...ids]);
  const own = eq(notifications.userId, act.actor.userId);
  await withTransaction(act.database, (tx) =>
    tx
      .update(notifications)
      .set({ readAt: act.now.toISOString() })
      .where(and(own, isNull(notifications.readAt), named)),
  );
}
