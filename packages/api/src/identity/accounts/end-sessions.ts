import { and, eq, ne } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { sessions } from '../table.ts';

/** Ends one session of a person; another person's is not there. */
export async function endSession(act: Act, userId: string, sessionId: string): Promise<void> {
  await withTransaction(act.database, async (tx) => {
    const gone = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
      .returning({ id: sessions.id });
    if (gone.length === 0) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, ended(userId, 1));
  });
}

/** Ends all sessions of a person, but the one kept. */
export async function endSessions(act: Act, userId: string, keep?: string): Promise<void> {
  await withTransaction(act.database, (tx) => dropSessions(tx, act, userId, keep));
}

/** The same inside the transaction of another act. */
export async function dropSessions(tx: Transaction, act: Act, userId: string, keep?: string): Promise<void> {
  const all = eq(sessions.userId, userId);
  const gone = await tx
    .delete(sessions)
    .where(keep === undefined ? all : and(all, ne(sessions.id, keep)))
    .returning({ id: sessions.id });
  if (gone.length > 0) await appendAudit(tx, act, ended(userId, gone.length));
}

const ended = (userId: string, count: number) => ({
  action: 'session.revoked',
  subject: { type: 'user', id: userId },
  details: { count },
});
