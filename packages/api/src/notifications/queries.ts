import { and, asc, count, desc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { notificationPreferences, notifications, outbox } from './table.ts';

/** Of these people, those who want e-mail. */
export async function emailsWanted(db: Reader, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .select()
    .from(notificationPreferences)
    .where(inArray(notificationPreferences.userId, [...userIds]));
  const off = new Set(rows.filter(({ email }) => !email).map(({ userId }) => userId));
  return new Set(userIds.filter((id) => !off.has(id)));
}

/** A page of notices, the newest first; `before` is the id of the last one seen. */
export async function listNotifications(db: Reader, userId: string, before: string | undefined, limit: number) {
  const older = before === undefined ? undefined : lt(notifications.id, before);
  return db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), older))
    .orderBy(desc(notifications.id))
    .limit(limit);
}

export async function countUnread(db: Reader, userId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
  return row?.n ?? 0;
}

/** Who has been told of this already: the same key and link, and these arguments among its own. */
export async function listTold(
  db: Reader,
  key: string,
  link: string,
  about: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const rows = await db
    .select()
    .from(notifications)
    .where(and(eq(notifications.key, key), eq(notifications.link, link)));
  const isSame = (args: Readonly<Record<string, string>>): boolean =>
    Object.entries(about).every(([name, value]) => args[name] === value);
  return rows.filter(({ args }) => isSame(args)).map(({ userId }) => userId);
}

export type OutboxMessage = typeof outbox.$inferSelect;

/** Messages whose turn has come, in the order they were written. */
export async function dueMessages(db: Reader, now: Date, limit: number): Promise<readonly OutboxMessage[]> {
  return db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.nextTryAt, now.toISOString())))
    .orderBy(asc(outbox.id))
    .limit(limit);
}
