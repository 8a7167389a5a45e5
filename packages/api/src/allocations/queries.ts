import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { allocations, type LedgerKind, poolLedger, poolYears } from './table.ts';

export type PoolYear = typeof poolYears.$inferSelect;
export type LedgerEntry = typeof poolLedger.$inferSelect;
export type AllocationRow = typeof allocations.$inferSelect;
export type PoolKey = Pick<PoolYear, 'policyId' | 'poolId' | 'year'>;

export const samePool = ({ policyId, poolId, year }: PoolKey) =>
  and(eq(poolYears.policyId, policyId), eq(poolYears.poolId, poolId), eq(poolYears.year, year));

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
  const sum = (kind: LedgerKind) => entries.filter((e) => e.kind === kind).reduce((n, e) => n + e.amountFen, 0);
  const committedFen = sum('commit');
  return { reservedFen: sum('reserve') - sum('release') - committedFen, committedFen };
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
