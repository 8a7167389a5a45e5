import type { Allocation } from '@tidu/rules';
import { listInRanking, readApplications } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { yuanText } from '../money-text.ts';
import { listVersions } from '../policies/queries.ts';
import { listLatestSchemes } from '../schemes/queries.ts';
import type { AllocationSummary, LedgerPage, PoolList } from './contract.ts';
import { bothOf } from './describe-ranking.ts';
import { findChanged, readUndecided } from './find-changed.ts';
import { accountOf, moneyOf, partsOf, schemesOf } from './load-ranking.ts';
import { findPool } from './pool-of-scheme.ts';
import { type AllocationRow, listAllocations, listLedger, type PoolKey } from './queries.ts';

/** Every pool that a scheme is paid from, with its year's account and how many wait to be ranked. */
export async function listPools(db: Reader, year: number): Promise<PoolList> {
  const versions = await listVersions(db);
  const schemes = await listLatestSchemes(db);
  const pools: PoolList['pools'] = [];
  for (const policyId of new Set(schemes.map(({ document }) => document.policy))) {
    const roots = new Map(
      schemes.flatMap(({ document }) => {
        const found =
          document.policy === policyId && document.pool !== undefined
            ? findPool(versions, policyId, document.pool, year)
            : undefined;
        const root = found?.path[0];
        return root ? [[root.id, root] as const] : [];
      }),
    );
    for (const root of roots.values()) {
      const ids = await schemesOf(db, policyId, root);
      const account = await accountOf(db, { policyId, poolId: root.id, year }, root);
      pools.push({
        policyId,
        poolId: root.id,
        year,
        label: bothOf(root.label, root.id),
        method: root.method,
        ...moneyOf(account),
        changed: (await changedIn(db, { policyId, poolId: root.id, year })).length,
        waiting: (await listInRanking(db, ids, year)).length,
        schemes: schemes
          .filter(({ id }) => ids.includes(id))
          .map(({ id, document }) => ({ id, label: document.label })),
      });
    }
  }
  return { year, pools };
}

const changedIn = async (db: Reader, key: PoolKey) => findChanged(db, await readUndecided(db, key));

/** The confirmed rankings of a pool's year, the last one first. */
export async function listConfirmed(db: Reader, key: PoolKey): Promise<AllocationSummary[]> {
  await requirePool(db, key);
  const stale = new Set((await changedIn(db, key)).map(({ allocation }) => allocation.id));
  return (await listAllocations(db, key)).map((row) => describeAllocation(row, stale.has(row.id)));
}

function describeAllocation(row: AllocationRow, isStale: boolean): AllocationSummary {
  const { id, policyId, poolId, year, confirmedAt, confirmedByName, reason, digest } = row;
  const { paid, grants } = JSON.parse(row.result) as Allocation;
  const funded = grants.filter(({ got }) => got !== '0').length;
  return {
    id,
    policyId,
    poolId,
    year,
    confirmedAt,
    confirmedBy: confirmedByName,
    reason,
    digest,
    paid,
    claims: grants.length,
    funded,
    isStale,
  };
}

async function requirePool(db: Reader, { policyId, poolId, year }: PoolKey) {
  const pool = findPool(await listVersions(db), policyId, poolId, year)?.path.at(-1);
  if (!pool) throw new ApiError(404, 'no-such-pool');
  return pool;
}

/** Every movement of a pool's money in its year, for the burn-down. */
export async function readLedger(db: Reader, key: PoolKey): Promise<LedgerPage> {
  const entries = await listLedger(db, key, partsOf(await requirePool(db, key)));
  const cases = await readApplications(db, [...new Set(entries.map(({ applicationId }) => applicationId))]);
  const names = new Map(cases.map(({ id, firmName }) => [id, firmName]));
  return {
    movements: entries.map(({ at, kind, amountFen, applicationId }) => ({
      at,
      kind,
      amount: yuanText(amountFen),
      applicationId,
      firmName: names.get(applicationId) ?? '',
    })),
  };
}
