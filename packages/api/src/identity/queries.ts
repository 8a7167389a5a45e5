import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { Locale } from '../messages/say.ts';
import type { Contact } from './contact.ts';
import type { StaffRole } from './roles.ts';
import { accounts, staffRoles, users } from './table.ts';

/** Verified e-mail addresses of these people, and the language to write to them in; nobody's whose account is disabled. */
export async function addressesOf(
  db: Reader,
  userIds: readonly string[],
): Promise<readonly { readonly userId: string; readonly email: string | undefined; readonly language: Locale }[]> {
  const rows = await db
    .select({
      userId: users.id,
      email: users.email,
      verified: users.emailVerified,
      disabledAt: users.disabledAt,
      language: users.language,
    })
    .from(users)
    .where(inArray(users.id, [...userIds]));
  return rows
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ userId, email, verified, language }) => ({
      userId,
      email: verified ? email : undefined,
      language: language ?? 'zh-CN',
    }));
}

export type User = typeof users.$inferSelect;

export async function findUser(db: Reader, id: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(eq(users.id, id));
  return user;
}

/** The account of a mobile number or an e-mail address. */
export async function findUserByContact(db: Reader, { kind, value }: Contact): Promise<User | undefined> {
  const column = kind === 'phone' ? users.phoneNumber : users.email;
  const [user] = await db.select().from(users).where(eq(column, value));
  return user;
}

export const isVerified = (user: User): boolean => user.emailVerified || user.phoneNumberVerified;

/** The hash of the password of a person who has one. */
export async function passwordHashOf(db: Reader, userId: string): Promise<string | undefined> {
  const [account] = await db
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
  return account?.password ?? undefined;
}

/** Whether anybody holds a role now. */
export async function holdersOf(db: Reader, role: StaffRole): Promise<readonly string[]> {
  const rows = await db
    .select({ userId: staffRoles.userId })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(and(eq(staffRoles.role, role), isNull(staffRoles.revokedAt), isNull(users.disabledAt)));
  return rows.map(({ userId }) => userId);
}

/** Who reviews for one of these departments now. */
export async function reviewersOf(db: Reader, departments: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .select({ userId: staffRoles.userId })
    .from(staffRoles)
    .innerJoin(users, eq(users.id, staffRoles.userId))
    .where(
      and(
        eq(staffRoles.role, 'department-reviewer'),
        inArray(staffRoles.departmentId, [...departments]),
        isNull(staffRoles.revokedAt),
        isNull(users.disabledAt),
      ),
    );
  return rows.map(({ userId }) => userId);
}
