import { type Allocation, allocate, type Claim, canonicalJson, ENGINE_VERSION, hashOf, type Pool } from '@tidu/rules';
import { type ApplicationRow, listInRanking, readSubmission } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { deductionsOf } from '../duplicates/queries.ts';
import { ApiError } from '../http/api-error.ts';
import { fenOfText, yuanText } from '../money-text.ts';
import { listVersions } from '../policies/queries.ts';
import { effectiveDecision } from '../review/overrides/effective-decision.ts';
import { listLatestSchemes, readScheme } from '../schemes/queries.ts';
import { claimOf, type RankingCase, SUBMITTED } from './case-claim.ts';
import { type FoundPool, findPool } from './pool-of-scheme.ts';
import { type PoolKey, type PoolYear, readPoolYear } from './queries.ts';

/** A ranking as it comes out now: nothing of it is stored. */
export interface LoadedRanking {
  readonly key: PoolKey;
  readonly found: FoundPool;
  readonly root: Pool;
  readonly account: Pick<PoolYear, 'budgetFen' | 'reservedFen' | 'committedFen'>;
  /** The pool's rules with what is free of its budget. */
  readonly rules: Pool;
  readonly cases: readonly RankingCase[];
  readonly claims: readonly Claim[];
  readonly result: Allocation;
  /** Of everything that was looked at, versions of the cases too. */
  readonly digest: string;
}

/** Ranks everything that waits for a pool of a year and gives out what is free of it. Not inside a transaction. */
export async function loadRanking(db: Reader, key: PoolKey): Promise<LoadedRanking> {
  const found = findPool(await listVersions(db), key.policyId, key.poolId, key.year);
  const root = found?.path[0];
  if (!found || root?.id !== key.poolId) throw new ApiError(404, 'no-such-pool');
  const cases = await waitingCases(db, key, root);
  const rules = await freeRules(db, key, root);
  const claims = cases.map((each) => claimOf(each, found.version.doc, root));
  return {
    key,
    found,
    root,
    account: await accountOf(db, key, root),
    rules,
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

async function waitingCases(db: Reader, { policyId, year }: PoolKey, root: Pool): Promise<readonly RankingCase[]> {
  const ids = await schemesOf(db, policyId, root);
  const cases: RankingCase[] = [];
  for (const row of await listInRanking(db, ids, year)) {
    const scheme = await readScheme(db, row.schemeId, row.schemeRevision);
    const submission = row.submissionId === null ? undefined : await readSubmission(db, row.submissionId);
    const decided = await effectiveDecision(db, row);
    if (!scheme || !submission || !decided) continue;
    const { decision } = decided.overruled ?? decided.computed;
    const deductFen = await deductionsOf(db, row.id);
    cases.push({ row, submission, scheme: scheme.document, decision, deductFen });
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
  return account ?? { budgetFen: fenOfText(pool.budget) ?? 0, reservedFen: 0, committedFen: 0 };
}

async function freeRules(db: Reader, key: PoolKey, pool: Pool): Promise<Pool> {
  const { budgetFen, reservedFen, committedFen } = await accountOf(db, key, pool);
  const sub = [];
  for (const each of pool.sub ?? []) sub.push(await freeRules(db, key, each));
  const order = pool.method === 'fcfs' ? [SUBMITTED] : [...pool.order, SUBMITTED];
  return {
    ...pool,
    budget: yuanText(budgetFen - reservedFen - committedFen),
    order,
    ...(sub.length > 0 ? { sub } : {}),
  };
}
