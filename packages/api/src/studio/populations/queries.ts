import { and, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { policyDrafts, policyTrials } from '../table.ts';
import { trialPopulations } from './table.ts';

export type PopulationRow = typeof trialPopulations.$inferSelect;

/** A list of firms, also one that was deleted. */
export async function readPopulationRow(db: Reader, id: string): Promise<PopulationRow | undefined> {
  const [row] = await db.select().from(trialPopulations).where(eq(trialPopulations.id, id));
  return row;
}

/** Lists that are there, the latest first. */
export const listPopulationRows = (db: Reader): Promise<PopulationRow[]> =>
  db.select().from(trialPopulations).where(isNull(trialPopulations.deletedAt)).orderBy(desc(trialPopulations.id));

const usedId = sql<string>`json_extract(${policyTrials.population}, '$.populationId')`;

/** How many trials are on each list. */
export async function countTrialsOn(db: Reader, ids: readonly string[]): Promise<(id: string) => number> {
  const rows = await db
    .select({ id: usedId, n: count() })
    .from(policyTrials)
    .where(inArray(usedId, [...ids]))
    .groupBy(usedId);
  const byId = new Map(rows.map(({ id, n }) => [id, n]));
  return (id) => byId.get(id) ?? 0;
}

/** Lists a published version was tried on: they are part of how it came about. */
export async function listEvidence(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ id: usedId })
    .from(policyTrials)
    .innerJoin(policyDrafts, eq(policyDrafts.id, policyTrials.draftId))
    .where(and(inArray(usedId, [...ids]), isNotNull(policyDrafts.publishedAt)));
  return new Set(rows.map(({ id }) => id));
}

/** Whether a list that is there needs this content. */
export async function isContentKept(db: Reader, contentDigest: string): Promise<boolean> {
  const [row] = await db
    .select({ n: count() })
    .from(trialPopulations)
    .where(and(eq(trialPopulations.contentDigest, contentDigest), isNull(trialPopulations.deletedAt)));
  return (row?.n ?? 0) > 0;
}
