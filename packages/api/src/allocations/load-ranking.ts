import { type Allocation, allocate, type Claim, canonicalJson, ENGINE_VERSION, hashOf, type Pool } from '@tidu/rules';
import { type ApplicationRow, listInRanking } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { fenOfText, yuanText } from '../money-text.ts';
import { listVersions } from '../policies/queries.ts';
import { listLatestSchemes } from '../schemes/queries.ts';
import { claimOf, type RankingCase, SUBMITTED } from './case-claim.ts';
import { type ChangedClaim, findChanged, readUndecided, toRankAgain } from './find-changed.ts';
import { type FoundPool, findPool } from './pool-of-scheme.ts';
import { leftIn, type PoolKey, type PoolYear, readPoolYear } from './queries.ts';
import { readRankingCase } from './read-ranking-case.ts';

const UNTOUCHED = { reservedFen: 0, committedFen: 0, orderedFen: 0, paidFen: 0, recoveredFen: 0 };
type Sum = keyof typeof UNTOUCHED;

/** A ranking as it comes out now: nothing of it is stored. */
export interface LoadedRanking {
  readonly key: PoolKey;
  readonly found: FoundPool;
  readonly root: Pool;
  readonly account: Pick<PoolYear, 'budgetFen' | Sum>;
  /** The pool's rules with what is free of its budget. */
  readonly rules: Pool;
  /** Claims that have changed since they were ranked and confirmed. */
  readonly changed: readonly ChangedClaim[];
  /** All that wait, and those to be ranked again. */
  readonly cases: readonly RankingCase[];
  readonly claims: readonly Claim[];
  readonly result: Allocation;
  /** Of everything that was looked at, versions of the cases too. */
  readonly digest: string;
}

/**
 * Ranks everything that waits for a pool of a year, and again what was ranked before where a claim has changed, and gives
 * out what is free. Not inside a transaction.
 */
export async function loadRanking(db: Reader, key: PoolKey): Promise<LoadedRanking> {
  const found = findPool(await listVersions(db), key.policyId, key.poolId, key.year);
  const root = found?.path[0];
  if (!found || root?.id !== key.poolId) throw new ApiError(404, 'no-such-pool');
  const undecided = await readUndecided(db, key);
  const changed = await findChanged(db, undecided);
  const cases = await casesToRank(db, key, root, toRankAgain(undecided, changed));
  const rules = await freeRules(db, key, root, cases);
  const claims = cases.map((each) => claimOf(each, found.version.doc, root));
  return {
    key,
    found,
    root,
    account: await accountOf(db, key, root),
    rules,
    changed,
    cases,
    claims,
    result: allocate(rules, claims),
    digest: hashOf({
      rules,
      claims,
      policyHash: found.version.hash,
      versions: versionsOf(cases.map(({ row }) => row)),
    }),
  };
}

export const versionsOf = (rows: readonly ApplicationRow[]): Readonly<Record<string, number>> =>
  Object.fromEntries(rows.map(({ id, version }) => [id, version]));

/** What is stored of a ranking, as the bytes that allocating again must give. */
export const sealedRanking = ({ found, rules, claims, result }: LoadedRanking) => {
  const sealed = {
    policyHash: found.version.hash,
    engineVersion: ENGINE_VERSION,
    rules: canonicalJson(rules),
    claims: canonicalJson(claims),
    result: canonicalJson(result),
  };
  return { ...sealed, digest: hashOf(sealed) };
};

async function casesToRank(
  db: Reader,
  { policyId, year }: PoolKey,
  root: Pool,
  again: readonly ApplicationRow[],
): Promise<readonly RankingCase[]> {
  const ids = await schemesOf(db, policyId, root);
  const cases: RankingCase[] = [];
  for (const row of [...(await listInRanking(db, ids, year)), ...again]) {
    const found = await readRankingCase(db, row);
    if (found) cases.push(found);
  }
  return cases;
}

/** Schemes that are paid from the pool or a part of it. */
export async function schemesOf(db: Reader, policyId: string, root: Pool): Promise<readonly string[]> {
  const parts = partsOf(root);
  const all = await listLatestSchemes(db);
  return all
    .filter(({ document }) => document.policy === policyId && parts.includes(document.pool ?? ''))
    .map(({ id }) => id);
}

export const partsOf = (pool: Pool): readonly string[] => [pool.id, ...(pool.sub ?? []).flatMap(partsOf)];

export async function accountOf(db: Reader, key: PoolKey, pool: Pool): Promise<LoadedRanking['account']> {
  const account = await readPoolYear(db, { ...key, poolId: pool.id });
  return account ?? { budgetFen: fenOfText(pool.budget) ?? 0, ...UNTOUCHED };
}

/** The account of a pool as it goes out. */
export const moneyOf = (account: LoadedRanking['account']) => ({
  budget: yuanText(account.budgetFen),
  reserved: yuanText(account.reservedFen),
  committed: yuanText(account.committedFen),
  ordered: yuanText(account.orderedFen),
  paid: yuanText(account.paidFen),
  recovered: yuanText(account.recoveredFen),
  left: yuanText(leftIn(account)),
});

/** What is reserved for those ranked again is free for the ranking. */
async function freeRules(db: Reader, key: PoolKey, pool: Pool, cases: readonly RankingCase[]): Promise<Pool> {
  const account = await accountOf(db, key, pool);
  const parts = partsOf(pool);
  const given = cases.filter(({ poolId }) => poolId !== undefined && parts.includes(poolId));
  const backFen = given.reduce((sum, { reservedFen }) => sum + reservedFen, 0);
  const sub = [];
  for (const each of pool.sub ?? []) sub.push(await freeRules(db, key, each, cases));
  const order = pool.method === 'fcfs' ? [SUBMITTED] : [...pool.order, SUBMITTED];
  return {
    ...pool,
    budget: yuanText(leftIn(account) + backFen),
    order,
    ...(sub.length > 0 ? { sub } : {}),
  };
}
