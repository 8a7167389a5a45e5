import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';

/** A firm with all its facts that count, as a JSON list of `[fact, year, state, value]`. */
export interface FirmWithFacts {
  readonly id: string;
  readonly registeredOn: string;
  readonly industryCode: string;
  readonly parkId: string | null;
  readonly facts: string;
}

const COLUMNS = sql`f.id AS id, f.registered_on AS registeredOn, f.industry_code AS industryCode, f.park_id AS parkId,
  (SELECT json_group_array(json_array(x.fact_id, x.year, x.state, x.value)) FROM firm_facts x
    WHERE x.firm_id = f.id AND x.superseded_at IS NULL) AS facts`;

/**
 * Firms on file with their facts, by id, `limit` after the one named. One row a firm: a hundred thousand firms come in
 * seconds, and other requests get their turn between the pages.
 */
export const factsOfFirms = (db: Reader, after: string, limit: number): Promise<FirmWithFacts[]> =>
  db.all<FirmWithFacts>(sql`SELECT ${COLUMNS} FROM firms f WHERE f.id > ${after} ORDER BY f.id LIMIT ${limit}`);

/** The same of some firms; who is no longer on file is left out. */
export const factsOfSome = (db: Reader, ids: readonly string[]): Promise<FirmWithFacts[]> =>
  db.all<FirmWithFacts>(sql`
    SELECT ${COLUMNS} FROM firms f WHERE f.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY f.id`);

/** How many firms are on file. */
export async function countFirms(db: Reader): Promise<number> {
  const [row] = await db.all<{ firms: number }>(sql`SELECT count(*) AS firms FROM firms`);
  return Number(row?.firms ?? 0);
}

/** The number of the last change of any firm or figure; 0 where there was none. */
export async function lastChange(db: Reader): Promise<number> {
  const [row] = await db.all<{ last: number | null }>(sql`SELECT max(number) AS last FROM firm_changes`);
  return Number(row?.last ?? 0);
}

/** Firms changed since, up to `limit` of them. */
export async function changedSince(db: Reader, since: number, limit: number): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT firm_id AS id FROM firm_changes WHERE number > ${since} ORDER BY number LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}
