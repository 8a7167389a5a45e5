import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { dropSessions } from '../accounts/end-sessions.ts';
import { findUser } from '../queries.ts';
import { users } from '../table.ts';
import { keepOneAdministrator } from './keep-one-administrator.ts';
import { rolesHeld } from './queries.ts';

/** Shuts an account: its sessions end and it cannot sign in until it is opened again. What it did stays. */
export async function disableAccount(act: PersonalAct, userId: string): Promise<void> {
  if (userId === act.actor.userId) throw new ApiError(403, 'own-roles');
  await withTransaction(act.database, async (tx) => {
    const user = await findUser(tx, userId);
    if (!user) throw new ApiError(404, 'not-found');
    if (user.disabledAt !== null) return;
    await tx.update(users).set({ disabledAt: act.now.toISOString(), updatedAt: act.now }).where(eq(users.id, userId));
    for (const { role } of await rolesHeld(tx, userId)) await keepOneAdministrator(tx, role);
    await dropSessions(tx, act, userId);
    await appendAudit(tx, act, { action: 'account.disabled', subject: { type: 'user', id: userId } });
  });
}

export async function enableAccount(act: PersonalAct, userId: string): Promise<void> {
  if (userId === act.actor.userId) throw new ApiError(403, 'own-roles');
  await withTransaction(act.database, async (tx) => {
    const user = await findUser(tx, userId);
    if (!user) throw new ApiError(404, 'not-found');
    if (user.disabledAt === null) return;
    await tx.update(users).set({ disabledAt: null, updatedAt: act.now }).where(eq(users.id, userId));
    await appendAudit(tx, act, { action: 'account.enabled', subject: { type: 'user', id: userId } });
  });
}
