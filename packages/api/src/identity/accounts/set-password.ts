import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/open-database.ts';
import { accounts } from '../table.ts';
import { addPassword } from './add-user.ts';

/** Puts a new hash in place of the old one, or a first one for a person of the single sign-on. */
export async function setPassword(tx: Transaction, now: Date, userId: string, password: string): Promise<void> {
  const changed = await tx
    .update(accounts)
    .set({ password, updatedAt: now })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')))
    .returning({ id: accounts.id });
  if (changed.length === 0) await addPassword(tx, now, userId, password);
}
