import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { allocations, poolLedger, poolYears } from './table.ts';

export type PoolYear = typeof poolYears.$inferSelect;
export type LedgerEntry = typeof poolLedger.$inferSelect;
export type AllocationRow = typeof allocations.$inferSelect;
export type PoolKey = Pick<PoolYear, 'policyId' | 'poolId' | 'year'>;

export const samePool = ({ policyId, poolId, year }: PoolKey) =>
  and(eq(poolYears.policyId, policyId), eq(poolYears.poolId, poolId), eq(poolYears.year, year));

type Sums = Pick<PoolYear, 'budgetFen' | 'reservedFen' | 'committedFen' | 'recoveredFen'>;

/** What of a pool's budget is not spoken for; money that came back can be given again. */
export const leftIn = ({ budgetFen, reservedFen, committedFen, recoveredFen }: Sums): number =>
  budgetFen + recoveredFen - reservedFen - committedFen;

export async function readPoolYear(db: Reader, key: PoolKey): Promise<PoolYear | undefined> {
  const [row] = await db.select().from(poolYears).where(samePool(key));
  return row;
}

/** Every movement of a case's money, the first one first. */
export const listMovements = (db: Reader, applicationId: string): Promise<LedgerEntry[]> =>
  db.select().from(poolLedger).where(eq(poolLedger.applicationId, applicationId)).orderBy(asc(poolLedger.id));

export interface CaseMoney {
  readonly reservedFen: number;
  readonly committedFen: number;
  /** Where the money lies; absent before the first movement. */
  readonly pool?: PoolKey;
  readonly lastEntryId?: string;
}

export const moneyIn = (entries: readonly Pick<LedgerEntry, 'kind' | 'amountFen'>[]) => {
  const sum = (kind: LedgerEntry['kind']) =>
    entries.filter((e) => e.kind === kind).reduce((n, e) => n + e.amountFen, 0);
  const commit = sum('commit');
  return {
    reservedFen: sum('reserve') - sum('release') - commit,
    committedFen: commit - sum('stop') + sum('resume'),
  };
};

/** What of the money of a case is in orders, was paid, and came back. */
export const spentIn = (entries: readonly Pick<LedgerEntry, 'kind' | 'amountFen'>[]) => {
  const sum = (kind: LedgerEntry['kind']) =>
    entries.filter((e) => e.kind === kind).reduce((n, e) => n + e.amountFen, 0);
  const paidFen = sum('pay');
  return { orderedFen: sum('order') - sum('unorder') - paidFen, paidFen, recoveredFen: sum('recover') };
};

/** What is reserved and committed for a case. */
export async function readCaseMoney(db: Reader, applicationId: string): Promise<CaseMoney> {
  const entries = await listMovements(db, applicationId);
  const last = entries.at(-1);
  if (!last) return moneyIn(entries);
  const { policyId, poolId, year, id } = last;
  return { ...moneyIn(entries), pool: { policyId, poolId, year }, lastEntryId: id };
}

export const listLedger = (db: Reader, { policyId, year }: Omit<PoolKey, 'poolId'>, poolIds: readonly string[]) =>
  db
    .select()
    .from(poolLedger)
    .where(and(eq(poolLedger.policyId, policyId), eq(poolLedger.year, year), inArray(poolLedger.poolId, [...poolIds])))
    .orderBy(asc(poolLedger.id));

export const listAllocations = (db: Reader, { policyId, poolId, year }: PoolKey): Promise<AllocationRow[]> =>
  db
    .select()
    .from(allocations)
    .where(and(eq(allocations.policyId, policyId), eq(allocations.poolId, poolId), eq(allocations.year, year)))
    .orderBy(desc(allocations.id));

export async function readAllocation(db: Reader, id: string): Promise<AllocationRow | undefined> {
  const [row] = await db.select().from(allocations).where(eq(allocations.id, id));
  return row;
}
