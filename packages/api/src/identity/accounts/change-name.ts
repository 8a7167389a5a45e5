import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { users } from '../table.ts';

export async function changeName(act: PersonalAct, name: string): Promise<void> {
  const id = act.actor.userId;
  await withTransaction(act.database, async (tx) => {
    await tx.update(users).set({ name, updatedAt: act.now }).where(eq(users.id, id));
    await appendAudit(tx, act, { action: 'account.renamed', subject: { type: 'user', id }, details: { name } });
  });
}
