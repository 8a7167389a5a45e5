import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { type Locale, message, say } from '../messages/say.ts';
import type { Actor } from './actor.ts';
import { departments, staffRoles, users } from './table.ts';

/** Names of people by their ids, for showing who did what; `system` has none. */
export async function namePeople(db: Reader, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * The same for who reads it: firms learn which department an official is of, or that it was the office, and not who it was
 * (办理人员不列名).
 */
export async function namePeopleFor(
  db: Reader,
  { kind }: Pick<Actor, 'kind'>,
  userIds: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const names = await namePeople(db, userIds);
  if (kind === 'staff' || names.size === 0) return names;
  const staff = await db
    .select({ id: users.id, label: departments.label, labelEn: departments.labelEn })
    .from(users)
    .leftJoin(staffRoles, and(eq(staffRoles.userId, users.id), isNull(staffRoles.revokedAt)))
    .leftJoin(departments, eq(departments.id, staffRoles.departmentId))
    .where(and(inArray(users.id, [...names.keys()]), eq(users.kind, 'staff')))
    // Of several roles the one with a department comes last, and stays.
    .orderBy(isNotNull(departments.id));
  const office = say(message('api.office'), locale);
  const masked = staff.map(({ id, label, labelEn }) => [id, (locale === 'en' ? labelEn : label) ?? office] as const);
  return new Map([...names, ...masked]);
}
