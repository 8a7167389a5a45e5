import { and, asc, eq, gt, inArray, like, or, sql } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { firmContacts, firms, parks } from './table.ts';

export type FirmRow = typeof firms.$inferSelect;

/** One firm as it is on file. */
export async function getFirm(db: Reader, firmId: string): Promise<FirmRow | undefined> {
  const [row] = await db.select().from(firms).where(eq(firms.id, firmId));
  return row;
}

export async function firmByCode(db: Reader, creditCode: string): Promise<FirmRow | undefined> {
  const [row] = await db.select().from(firms).where(eq(firms.creditCode, creditCode));
  return row;
}

/** Firms by their ids, by name. */
export async function firmsByIds(db: Reader, ids: readonly string[]): Promise<readonly FirmRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(firms)
    .where(inArray(firms.id, [...ids]))
    .orderBy(asc(firms.name));
}

export interface FirmsAsked {
  readonly q?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Firms whose name or code holds the words, in the order they were registered here. */
export async function searchFirms(
  db: Reader,
  { q, limit, after }: FirmsAsked,
): Promise<{ readonly firms: readonly FirmRow[]; readonly next?: string }> {
  const words = q ? `%${q.replace(/[%_\\]/g, '\\$&')}%` : undefined;
  const escaped = (column: typeof firms.name | typeof firms.creditCode) =>
    sql`${like(column, words ?? '')} ESCAPE '\\'`;
  const rows = await db
    .select()
    .from(firms)
    .where(
      and(
        ...(words ? [or(escaped(firms.name), escaped(firms.creditCode))] : []),
        ...(after ? [gt(firms.id, after)] : []),
      ),
    )
    .orderBy(asc(firms.id))
    .limit(limit + 1);
  const last = rows[limit - 1];
  return { firms: rows.slice(0, limit), ...(rows.length > limit && last ? { next: last.id } : {}) };
}

/** People to call, in the order the firm gave. */
export const listContacts = (db: Reader, firmId: string): Promise<readonly (typeof firmContacts.$inferSelect)[]> =>
  db.select().from(firmContacts).where(eq(firmContacts.firmId, firmId)).orderBy(asc(firmContacts.position));

/** All parks, those no longer offered too. */
export const listParks = (db: Reader): Promise<readonly (typeof parks.$inferSelect)[]> =>
  db.select().from(parks).orderBy(asc(parks.position), asc(parks.id));
