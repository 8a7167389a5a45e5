import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { readScheme } from '../schemes/queries.ts';
import { moveMoney } from './move-money.ts';
import { openPoolYear } from './open-pool-year.ts';
import { poolOfScheme } from './pool-of-scheme.ts';
import { type PoolKey, readCaseMoney } from './queries.ts';

type MovingAct = Omit<Act, 'database'>;
type Case = Pick<ApplicationRow, 'id' | 'schemeId' | 'schemeRevision' | 'poolYear' | 'amountFen' | 'state'>;

/**
 * Makes the money of a case fit its state, in the transaction that changes the state: reserved while it is published,
 * committed once approved, released when it ends otherwise. A refusal that can be appealed keeps what was reserved, so that
 * an appeal that is won is not won in vain. Done twice it does nothing the second time.
 */
export async function settleMoney(tx: Transaction, act: MovingAct, row: Case): Promise<void> {
  switch (row.state) {
    case 'in-publicity':
      await reserveMoney(tx, act, row, row.amountFen ?? 0);
      return;
    case 'approved':
      await commitReserve(tx, act, row);
      return;
    case 'not-accepted':
    case 'refused-finally':
    case 'withdrawn':
    case 'lapsed':
      await releaseReserve(tx, act, row);
      return;
    default:
  }
}

/** Makes exactly `amountFen` reserved for the case. Returns the entry that holds it, if any. */
export async function reserveMoney(
  tx: Transaction,
  act: MovingAct,
  row: Case,
  amountFen: number,
): Promise<string | undefined> {
  const { reservedFen, pool, lastEntryId } = await readCaseMoney(tx, row.id);
  const change = amountFen - reservedFen;
  if (change === 0) return lastEntryId;
  const key = pool ?? (await openPoolOf(tx, act, row));
  if (!key) return undefined;
  return moveMoney(tx, act, key, row.id, change > 0 ? 'reserve' : 'release', Math.abs(change));
}

/** Approval commits what was reserved. */
export async function commitReserve(tx: Transaction, act: MovingAct, row: Case): Promise<void> {
  const { reservedFen, pool } = await readCaseMoney(tx, row.id);
  if (pool && reservedFen > 0) await moveMoney(tx, act, pool, row.id, 'commit', reservedFen);
}

/** What was reserved for a case that gets nothing goes back to the pool. */
export async function releaseReserve(tx: Transaction, act: MovingAct, row: Pick<Case, 'id'>): Promise<void> {
  const { reservedFen, pool } = await readCaseMoney(tx, row.id);
  if (pool && reservedFen > 0) await moveMoney(tx, act, pool, row.id, 'release', reservedFen);
}

async function openPoolOf(tx: Transaction, { now }: MovingAct, row: Case): Promise<PoolKey | undefined> {
  const scheme = await readScheme(tx, row.schemeId, row.schemeRevision);
  const found = scheme && (await poolOfScheme(tx, scheme.document, row.poolYear));
  const pool = found?.path.at(-1);
  if (!found || !pool) return undefined;
  await openPoolYear(tx, found, now);
  return { policyId: found.version.doc.id, poolId: pool.id, year: row.poolYear };
}
