import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { dropSessions } from '../accounts/end-sessions.ts';
import { findUser } from '../queries.ts';
import { accountKey, factorKey } from '../sign-in/limit-attempts.ts';
import { clearAttempts } from '../sign-in/reserve-attempt.ts';
import { twoFactors, users } from '../table.ts';

/** Lets an account that was locked by failures try again at once. */
export async function unlockAccount(act: PersonalAct, userId: string): Promise<void> {
  await withTransaction(act.database, async (tx) => {
    const user = await findUser(tx, userId);
    if (!user) throw new ApiError(404, 'not-found');
    await clearAttempts(tx, [accountKey(user.email), accountKey(user.phoneNumber ?? ''), factorKey(userId)]);
    const unlocked = { lockedUntil: null, failedVerificationCount: 0 };
    await tx.update(twoFactors).set(unlocked).where(eq(twoFactors.userId, userId));
    await appendAudit(tx, act, { action: 'account.unlocked', subject: { type: 'user', id: userId } });
  });
}

/** For a person whose device and recovery codes are lost: the next sign-in sets up a new second factor. */
export async function resetSecondFactor(act: PersonalAct, userId: string): Promise<void> {
  if (userId === act.actor.userId) throw new ApiError(403, 'own-roles');
  await withTransaction(act.database, async (tx) => {
    if (!(await findUser(tx, userId))) throw new ApiError(404, 'not-found');
    await tx.delete(twoFactors).where(eq(twoFactors.userId, userId));
    await tx.update(users).set({ twoFactorEnabled: false, updatedAt: act.now }).where(eq(users.id, userId));
    await dropSessions(tx, act, userId);
    await appendAudit(tx, act, { action: 'second-factor.reset', subject: { type: 'user', id: userId } });
  });
}
