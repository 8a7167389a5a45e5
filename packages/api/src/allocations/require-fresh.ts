import type { ApplicationRow } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import type { SchemeDocument } from '../schemes/scheme.ts';
import { type ChangedClaim, findChanged, readUndecided } from './find-changed.ts';
import { poolOfScheme } from './pool-of-scheme.ts';
import type { AllocationRow, PoolKey } from './queries.ts';

/** The confirmed ranking that the amount of a case comes from, and whose claims in it have changed since. */
export interface Standing {
  readonly key: PoolKey;
  readonly allocation: AllocationRow;
  readonly changed: readonly ChangedClaim[];
}

/** Nothing where the scheme does not rank, or the case is not placed or decided already. */
export async function readStanding(
  db: Reader,
  row: ApplicationRow,
  scheme: SchemeDocument,
): Promise<Standing | undefined> {
  const found = scheme.ranks && row.isPlaced ? await poolOfScheme(db, scheme, row.poolYear) : undefined;
  const root = found?.path[0];
  if (!found || !root) return undefined;
  const key = { policyId: found.version.doc.id, poolId: root.id, year: row.poolYear };
  const undecided = await readUndecided(db, key);
  const mine = undecided.find((each) => each.row.id === row.id);
  if (!mine) return undefined;
  const { allocation } = mine;
  const among = row.state === 'in-appeal' ? [mine] : undecided.filter((each) => each.allocation.id === allocation.id);
  return { key, allocation, changed: await findChanged(db, among) };
}

/**
 * INVARIANT (no-decision-on-a-stale-ranking): nobody is decided upon by a ranking in which a claim has changed since it was
 * confirmed; it is confirmed again first. Asked in the transaction of the decision.
 */
export async function requireFresh(
  db: Reader,
  row: ApplicationRow,
  scheme: SchemeDocument,
): Promise<AllocationRow | undefined> {
  const standing = await readStanding(db, row, scheme);
  if (!standing || standing.changed.length === 0) return standing?.allocation;
  throw new ApiError(409, 'allocation-stale', {
    args: { count: String(standing.changed.length) },
    details: standing.changed.map(({ row: { id, number, firmName } }) => ({
      path: id,
      message: message('api.detail.claim-changed', { number: number ?? '', firm: firmName }),
    })),
  });
}
