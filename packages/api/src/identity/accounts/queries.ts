import { and, desc, eq, gt } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { accounts, sessions, twoFactors } from '../table.ts';

/** Where a person is signed in, the last one used first. */
export async function listSessions(db: Reader, userId: string, now: Date) {
  return db
    .select({
      id: sessions.id,
      startedAt: sessions.startedAt,
      lastSeenAt: sessions.lastSeenAt,
      address: sessions.ipAddress,
      device: sessions.userAgent,
      secondFactorAt: sessions.secondFactorAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt));
}

/** How a person may sign in. */
export async function waysOf(db: Reader, userId: string): Promise<readonly string[]> {
  const rows = await db.select({ provider: accounts.providerId }).from(accounts).where(eq(accounts.userId, userId));
  return rows.map(({ provider }) => provider);
}

/** Until when the second factor of a person is locked, by the library's own count. */
export async function factorLockedUntil(db: Reader, userId: string): Promise<Date | undefined> {
  const [row] = await db.select({ at: twoFactors.lockedUntil }).from(twoFactors).where(eq(twoFactors.userId, userId));
  return row?.at ?? undefined;
}
