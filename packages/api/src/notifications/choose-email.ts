import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { notificationPreferences } from './table.ts';

/** Whether one gets notices by e-mail beside those in the web. */
export async function chooseEmail(act: PersonalAct, email: boolean): Promise<void> {
  const { userId } = act.actor;
  await withTransaction(act.database, async (tx) => {
    await tx
      .insert(notificationPreferences)
      .values({ userId, email })
      .onConflictDoUpdate({ target: notificationPreferences.userId, set: { email } });
    await appendAudit(tx, act, {
      action: 'notifications.chosen',
      subject: { type: 'user', id: userId },
      details: { email },
    });
  });
}
