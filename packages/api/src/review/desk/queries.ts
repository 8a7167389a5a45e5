import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { STATE_IDS, STATES, type StateId } from '../../applications/states.ts';
import type { Reader } from '../../db/open-database.ts';
import { deskCases } from '../table.ts';
import { type Asking, caseConditions, statesOf } from './case-conditions.ts';
import type { CaseCounts, CaseFilters } from './contract.ts';

export type DeskCase = typeof deskCases.$inferSelect;

/** Where a page ended: the sorting day and the id of its last case. */
export interface Place {
  readonly dueKey: string;
  readonly id: string;
}

/**
 * A page of the queue, by last day, then id. Several states are read one by one and merged: each of them stands sorted in
 * the index, all of them together do not.
 */
export async function listCases(
  db: Reader,
  filters: CaseFilters,
  asking: Asking,
  { after, limit }: { readonly after?: Place | undefined; readonly limit: number },
): Promise<readonly DeskCase[]> {
  const conditions = await caseConditions(db, filters, asking);
  const page = (more: readonly (SQL | undefined)[]) =>
    db
      .select()
      .from(deskCases)
      .where(and(...conditions, ...more, beyond(after)))
      .orderBy(asc(deskCases.dueKey), asc(deskCases.id))
      .limit(limit);
  const states = statesOf(filters);
  if (states.length === 0) return page([]);
  const pages: DeskCase[][] = [];
  for (const state of states) pages.push(await page([eq(deskCases.state, state)]));
  return pages.flat().toSorted(byDay).slice(0, limit);
}

export async function findDeskCase(db: Reader, id: string): Promise<DeskCase | undefined> {
  const [row] = await db.select().from(deskCases).where(eq(deskCases.id, id));
  return row;
}

// As a comparison of rows it would walk the index from its beginning: the first part alone finds the place.
const beyond = (after: Place | undefined): SQL | undefined =>
  after &&
  sql`${deskCases.dueKey} >= ${after.dueKey} and (${deskCases.dueKey} > ${after.dueKey} or ${deskCases.id} > ${after.id})`;

const byDay = (a: DeskCase, b: DeskCase): number =>
  a.dueKey === b.dueKey ? (a.id < b.id ? -1 : 1) : a.dueKey < b.dueKey ? -1 : 1;

/** How many cases the filter finds in each state; the filter on the state itself is left out. */
export async function countCases(db: Reader, filters: CaseFilters, asking: Asking): Promise<CaseCounts> {
  const conditions = await caseConditions(db, filters, asking);
  const rows = await db
    .select({ state: deskCases.state, n: sql<number>`count(*)` })
    .from(deskCases)
    .where(and(...conditions))
    .groupBy(deskCases.state);
  const found = new Map<StateId, number>(rows.map(({ state, n }) => [state, n]));
  const byState = STATE_IDS.flatMap((state) => {
    const count = found.get(state) ?? 0;
    return count === 0 ? [] : [{ state, label: STATES[state].staff, count }];
  });
  return { total: byState.reduce((sum, { count }) => sum + count, 0), byState };
}

/** How many cases the filter finds, whatever their state. */
export async function countAll(db: Reader, filters: CaseFilters, asking: Asking): Promise<number> {
  const conditions = await caseConditions(db, filters, asking);
  const [row] = await db
    .select({ n: sql<number>`count(*)` })
    .from(deskCases)
    .where(and(...conditions));
  return row?.n ?? 0;
}

export const readPlace = (cursor: string | undefined): Place | undefined => {
  const [dueKey, id] = cursor === undefined ? [] : Buffer.from(cursor, 'base64url').toString().split(' ');
  return dueKey !== undefined && id !== undefined ? { dueKey, id } : undefined;
};

export const writePlace = ({ dueKey, id }: Place): string => Buffer.from(`${dueKey} ${id}`).toString('base64url');
