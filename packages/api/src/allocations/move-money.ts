import { and, sql } from 'drizzle-orm';
import type { Act } from '../audit/act.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { yuanText } from '../money-text.ts';
import { type PoolKey, type PoolYear, readPoolYear, samePool } from './queries.ts';
import { type LedgerKind, poolLedger, poolYears } from './table.ts';

type MovingAct = Omit<Act, 'database'>;

const CHANGES: Readonly<Record<LedgerKind, { readonly reserved: 1 | -1; readonly committed: 0 | 1 }>> = {
  reserve: { reserved: 1, committed: 0 },
  release: { reserved: -1, committed: 0 },
  commit: { reserved: -1, committed: 1 },
};

/**
 * Writes one movement of money: the entry of the ledger, and the sums of the pool and of all it is a part of. Throws 409
 * `pool-exhausted` where the budget does not hold it. Returns the id of the entry.
 */
export async function moveMoney(
  tx: Transaction,
  act: MovingAct,
  key: PoolKey,
  applicationId: string,
  kind: LedgerKind,
  amountFen: number,
): Promise<string> {
  const { reserved, committed } = CHANGES[kind];
  const [addReserved, addCommitted] = [reserved * amountFen, committed * amountFen];
  const fits = sql`${poolYears.reservedFen} + ${poolYears.committedFen} + ${addReserved + addCommitted} <= ${poolYears.budgetFen}`;
  for (const pool of await withParents(tx, key)) {
    const [after] = await tx
      .update(poolYears)
      .set({
        reservedFen: sql`${poolYears.reservedFen} + ${addReserved}`,
        committedFen: sql`${poolYears.committedFen} + ${addCommitted}`,
      })
      .where(and(samePool(pool), fits))
      .returning({ poolId: poolYears.poolId });
    if (!after) throw exhausted(pool, amountFen);
  }
  const id = newId();
  const by = act.actor === 'system' ? 'system' : act.actor.userId;
  const entry = { ...key, id, applicationId, kind, amountFen, at: act.now.toISOString(), by, requestId: act.requestId };
  await tx.insert(poolLedger).values(entry);
  return id;
}

async function withParents(tx: Transaction, key: PoolKey): Promise<readonly PoolYear[]> {
  const pool = await readPoolYear(tx, key);
  if (!pool) throw new Error(`pool ${key.poolId} of ${key.year} was not opened`);
  return pool.parentId === null ? [pool] : [pool, ...(await withParents(tx, { ...key, poolId: pool.parentId }))];
}

const exhausted = ({ poolId, budgetFen, reservedFen, committedFen }: PoolYear, wanted: number): ApiError =>
  new ApiError(409, 'pool-exhausted', {
    args: { pool: poolId, left: yuanText(budgetFen - reservedFen - committedFen), wanted: yuanText(wanted) },
  });
