import type { Message } from '../policy/diagnostic.ts';
import type { Id, Pool } from '../policy/document.ts';
import type { Allocation, Claim, Grant, OpenClaim, PoolOutcome } from './claim.ts';
import { distribute, refusal } from './distribute.ts';
import { fenOf, smallerFen, yuanOf } from './fen.ts';
import { compareClaims } from './order-claims.ts';

/**
 * Decides how a pool's budget (资金池) is given out among claims, exactly to 分, with a reason for each.
 *
 * `rankFull` and `fcfs`: in order, each in full; the first that does not fit ends the list. `rankPartialLast`: that one gets
 * what is left. `proRata`: all the same fraction of their claim. `scoreWeighted`: in proportion to the first key of the
 * order, never above the claim. Nothing under `minGrant` is paid, and no more than `quota` claims are served. Ties are broken by id and reported in `cutoff`.
 *
 * A sub-pool is part of its pool's budget, served first and only to claims that name it; what it does not spend goes back
 * to the pool, what it cannot pay stays unpaid. Sub-pools that together exceed the pool are cut in the order listed.
 *
 * Throws RangeError on amounts that are no exact numbers, a budget below 0, and on two claims or pools of one id.
 *
 * @example allocate(pool, [{ id: 'a', want: '100', keys: { score: '80' } }]).grants[0]?.got // '100'
 */
export function allocate(pool: Pool, claims: readonly Claim[]): Allocation {
  const pools = idsOf(pool);
  refuseTwice(
    'claims',
    claims.map((c) => c.id),
  );
  refuseTwice('pools', pools);
  const budget = budgetOf(pool);
  const known = new Set(pools);
  const grants = claims
    .filter((c) => c.sub !== undefined && !known.has(c.sub))
    .map((c) => grantOf(c, pool.id, 0n, { key: 'pools.unknownSubPool', args: { sub: c.sub ?? '' } }));
  const outcome = serve(pool, budget, (id) => claims.filter((c) => (c.sub ?? pool.id) === id), grants);
  const byId = new Map(grants.map((g) => [g.id, g]));
  const ordered = [...claims].sort((a, b) => compareClaims(pool.order, a, b));
  return { ...outcome, grants: ordered.flatMap((c) => byId.get(c.id) ?? []) };
}

function refuseTwice(what: string, ids: readonly Id[]): void {
  if (new Set(ids).size !== ids.length) throw new RangeError(`two ${what} have the same id`);
}

function budgetOf(pool: Pool): bigint {
  const fen = fenOf(pool.budget);
  if (fen < 0n) throw new RangeError(`budget below 0: ${pool.budget}`);
  return fen;
}

const idsOf = (pool: Pool): readonly Id[] => [pool.id, ...(pool.sub ?? []).flatMap(idsOf)];

/** Serves the sub-pools, then the claims on the pool itself; adds the grants to `out`. */
function serve(pool: Pool, budget: bigint, claimsOn: (pool: Id) => readonly Claim[], out: Grant[]): PoolOutcome {
  let left = budget;
  const subs = (pool.sub ?? []).map((sub) => {
    const outcome = serve(sub, smallerFen(budgetOf(sub), left), claimsOn, out);
    left -= fenOf(outcome.paid);
    return outcome;
  });
  const open: OpenClaim[] = [];
  for (const claim of claimsOn(pool.id)) {
    const fen = fenOf(claim.want);
    const refused = refusal(pool, claim, fen);
    if (refused) out.push(grantOf(claim, pool.id, 0n, refused));
    else open.push({ claim, fen });
  }
  const { shares, cutoff } = distribute(pool, open, left);
  for (const { claim } of open) {
    const share = shares.get(claim.id);
    if (!share) throw new Error(`no share for claim ${claim.id}`);
    out.push(grantOf(claim, pool.id, share.fen, share.why));
    left -= share.fen;
  }
  return {
    pool: pool.id,
    budget: yuanOf(budget),
    paid: yuanOf(budget - left),
    left: yuanOf(left),
    ...(cutoff && { cutoff }),
    subs,
  };
}

const grantOf = (claim: Claim, pool: Id, fen: bigint, why: Message): Grant => ({
  id: claim.id,
  pool,
  got: yuanOf(fen),
  why,
});
