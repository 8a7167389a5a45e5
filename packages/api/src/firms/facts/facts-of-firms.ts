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

/**
 * Firms on file with their facts, by id, `limit` after the one named. One row a firm: a hundred thousand firms come in
 * seconds, and other requests get their turn between the pages.
 */
export const factsOfFirms = (db: Reader, after: string, limit: number): Promise<FirmWithFacts[]> =>
  db.all<FirmWithFacts>(sql`
    SELECT f.id AS id, f.registered_on AS registeredOn, f.industry_code AS industryCode, f.park_id AS parkId,
      (SELECT json_group_array(json_array(x.fact_id, x.year, x.state, x.value)) FROM firm_facts x
        WHERE x.firm_id = f.id AND x.superseded_at IS NULL) AS facts
    FROM firms f WHERE f.id > ${after} ORDER BY f.id LIMIT ${limit}`);

/** Changes whenever a firm or a figure on file does. */
export async function firmsStamp(db: Reader): Promise<{ readonly stamp: string; readonly firms: number }> {
  const [row] = await db.all<{ facts: string | null; firms: number; updated: string | null }>(sql`
    SELECT (SELECT max(id) FROM firm_facts) AS facts, count(*) AS firms, max(updated_at) AS updated FROM firms`);
  return { stamp: `${row?.facts ?? ''}|${row?.firms ?? 0}|${row?.updated ?? ''}`, firms: Number(row?.firms ?? 0) };
}
