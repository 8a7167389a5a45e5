import type { Pool } from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
import { listVersions, type StoredVersion } from '../policies/queries.ts';
import type { SchemeDocument } from '../schemes/scheme.ts';

/** A pool in the version of the policy that rules its year, with the pools it is a part of, the outermost first. */
export interface FoundPool {
  readonly version: StoredVersion;
  readonly year: number;
  readonly path: readonly Pool[];
}

/** The pool that a scheme pays from; nothing where it recognises without money or the policy no longer has such a pool. */
export async function poolOfScheme(
  db: Reader,
  { policy, pool }: Pick<SchemeDocument, 'policy' | 'pool'>,
  year: number,
): Promise<FoundPool | undefined> {
  return pool === undefined ? undefined : findPool(await listVersions(db), policy, pool, year);
}

/** The latest version in force at some time of the year says what the pool is. */
export function findPool(
  versions: readonly StoredVersion[],
  policyId: string,
  poolId: string,
  year: number,
): FoundPool | undefined {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const ofYear = versions
    .filter(({ doc }) => doc.id === policyId && doc.status === 'published')
    .filter(({ doc: { inForce } }) => inForce.from <= last && (inForce.to === undefined || inForce.to >= first))
    .toSorted((a, b) => (a.doc.inForce.from < b.doc.inForce.from ? 1 : -1));
  for (const version of ofYear) {
    const path = pathTo(version.doc.pools, poolId);
    if (path) return { version, year, path };
  }
  return undefined;
}

function pathTo(pools: readonly Pool[], id: string): readonly Pool[] | undefined {
  for (const pool of pools) {
    if (pool.id === id) return [pool];
    const below = pathTo(pool.sub ?? [], id);
    if (below) return [pool, ...below];
  }
  return undefined;
}
