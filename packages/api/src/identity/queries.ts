import { inArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { users } from './table.ts';

/** Verified e-mail addresses of these people; nobody's whose account is disabled. */
export async function addressesOf(
  db: Reader,
  userIds: readonly string[],
): Promise<readonly { readonly userId: string; readonly email: string | undefined }[]> {
  const rows = await db
    .select({ userId: users.id, email: users.email, verified: users.emailVerified, disabledAt: users.disabledAt })
    .from(users)
    .where(inArray(users.id, [...userIds]));
  return rows
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ userId, email, verified }) => ({ userId, email: verified ? email : undefined }));
}
