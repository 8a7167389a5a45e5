import { type Claim, canonicalJson } from '@tidu/rules';
import { type ApplicationRow, readApplications } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { listVersions } from '../policies/queries.ts';
import { claimOf } from './case-claim.ts';
import { type AllocationRow, listAllocations, type PoolKey } from './queries.ts';
import { readRankingCase } from './read-ranking-case.ts';

/** A case that was placed in a confirmed ranking and is not decided yet, or decided anew. */
export interface Undecided {
  readonly row: ApplicationRow;
  readonly allocation: AllocationRow;
  /** Its claim as it was ranked. */
  readonly was: Claim;
}

/** One whose claim has changed since: a criterion was overruled, money paid elsewhere was found, points were given anew. */
export interface ChangedClaim extends Undecided {
  readonly is: Claim;
}

/** Every undecided case of a pool's year with the last ranking it was confirmed in. */
export async function readUndecided(db: Reader, key: PoolKey): Promise<readonly Undecided[]> {
  const last = new Map<string, Pick<Undecided, 'allocation' | 'was'>>();
  for (const allocation of await listAllocations(db, key))
    for (const was of JSON.parse(allocation.claims) as Claim[])
      if (!last.has(was.id)) last.set(was.id, { allocation, was });
  const rows = await readApplications(db, [...last.keys()]);
  return rows.flatMap((row) => {
    const found = last.get(row.id);
    const isOpen = row.isPlaced && (row.state === 'in-decision' || row.state === 'in-appeal');
    return found && isOpen ? [{ row, ...found }] : [];
  });
}

/** Those whose claim is another than the one that was ranked. Where nothing of a case has changed it is not looked at. */
export async function findChanged(db: Reader, undecided: readonly Undecided[]): Promise<readonly ChangedClaim[]> {
  const touched = undecided.filter(({ row, allocation }) => placedVersion(allocation, row.id) !== row.version);
  const versions = touched.length === 0 ? [] : await listVersions(db);
  const changed: ChangedClaim[] = [];
  for (const each of touched) {
    const { row, allocation, was } = each;
    const doc = versions.find(({ hash }) => hash === allocation.policyHash)?.doc;
    const root = doc?.pools.find(({ id }) => id === allocation.poolId);
    const ranked = await readRankingCase(db, row);
    if (!doc || !root || !ranked) continue;
    const is = claimOf(ranked, doc, root);
    if (canonicalJson(is) !== canonicalJson(was)) changed.push({ ...each, is });
  }
  return changed;
}

const placedVersion = ({ placed }: AllocationRow, id: string): number | undefined =>
  (JSON.parse(placed) as Readonly<Record<string, number>>)[id];

/**
 * Cases that must be ranked again: all that nobody has decided of a ranking in which a claim has changed, since a place is
 * a place among others. One in appeal keeps what is reserved for it unless its own claim has changed.
 */
export function toRankAgain(
  undecided: readonly Undecided[],
  changed: readonly ChangedClaim[],
): readonly ApplicationRow[] {
  const stale = new Set(changed.map(({ allocation }) => allocation.id));
  const own = new Set(changed.map(({ row }) => row.id));
  return undecided.flatMap(({ row, allocation }) =>
    stale.has(allocation.id) && (row.state === 'in-decision' || own.has(row.id)) ? [row] : [],
  );
}
