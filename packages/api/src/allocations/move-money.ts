import { and, sql } from 'drizzle-orm';
import type { Act } from '../audit/act.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { yuanText } from '../money-text.ts';
import type { LedgerKind } from './ledger-kinds.ts';
import { leftIn, type PoolKey, type PoolYear, readPoolYear, samePool } from './queries.ts';
import { poolLedger, poolYears } from './table.ts';

type MovingAct = Omit<Act, 'database'>;

/** What each kind of entry adds to the sums of a pool, in amounts. */
const CHANGES: Readonly<Record<LedgerKind, Partial<Record<Sum, 1 | -1>>>> = {
  reserve: { reservedFen: 1 },
  release: { reservedFen: -1 },
  commit: { reservedFen: -1, committedFen: 1 },
  stop: { committedFen: -1 },
  resume: { committedFen: 1 },
  order: { orderedFen: 1 },
  unorder: { orderedFen: -1 },
  pay: { orderedFen: -1, paidFen: 1 },
  recover: { recoveredFen: 1 },
};
const SUMS = ['reservedFen', 'committedFen', 'orderedFen', 'paidFen', 'recoveredFen'] as const;
type Sum = (typeof SUMS)[number];

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
  const [reserved, committed, ordered, paid, recovered] = SUMS.map(
    (sum) => sql`(${poolYears[sum]} + ${(CHANGES[kind][sum] ?? 0) * amountFen})`,
  );
  const fits = sql`${reserved} + ${committed} <= ${poolYears.budgetFen} + ${recovered}
    and ${ordered} + ${paid} <= ${committed} and ${recovered} <= ${paid}`;
  for (const pool of await withParents(tx, key)) {
    const [after] = await tx
      .update(poolYears)
      .set({
        reservedFen: reserved,
        committedFen: committed,
        orderedFen: ordered,
        paidFen: paid,
        recoveredFen: recovered,
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

const exhausted = (pool: PoolYear, wanted: number): ApiError =>
  new ApiError(409, 'pool-exhausted', {
    args: { pool: pool.poolId, left: yuanText(leftIn(pool)), wanted: yuanText(wanted) },
  });
