import { inArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { users } from './table.ts';

/** Names of people by their ids, for showing who did what; `system` has none. */
export async function namePeople(db: Reader, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
