import type { Message } from '../policy/diagnostic.ts';
import type { Pool } from '../policy/document.ts';
import type { Claim, Cutoff, Distribution, OpenClaim } from './claim.ts';
import { fenAtLeast, yuanOf } from './fen.ts';
import { giveByRank, noPlace } from './give-by-rank.ts';
import { giveByShare } from './give-by-share.ts';
import { compareByKeys, compareClaims, tiedWith } from './order-claims.ts';

/** Smallest amount worth paying, 分. */
export const leastOf = ({ minGrant }: Pool): bigint => (minGrant === undefined ? 0n : fenAtLeast(minGrant));

/** Gives `budget` 分 out among the claims on one pool, by its method. */
export function distribute(pool: Pool, open: readonly OpenClaim[], budget: bigint): Distribution {
  const { method, order, quota } = pool;
  const least = leastOf(pool);
  switch (method) {
    case 'rankFull':
    case 'fcfs':
      return giveByRank(order, open, { budget, least, partialLast: false, quota });
    case 'rankPartialLast':
      return giveByRank(order, open, { budget, least, partialLast: true, quota });
    case 'proRata':
      return withinQuota(pool, open, (kept) => giveByShare(order, kept, { budget, least, by: 'claim' }));
    case 'scoreWeighted':
      return withinQuota(pool, open, (kept) => giveByShare(order, kept, { budget, least, by: 'score' }));
  }
}

/** Where all share, only the best placed take part. */
function withinQuota(
  { order, quota }: Pool,
  open: readonly OpenClaim[],
  share: (kept: readonly OpenClaim[]) => Distribution,
): Distribution {
  if (quota === undefined || open.length <= quota) return share(open);
  const ranked = [...open].sort((a, b) => compareClaims(order, a.claim, b.claim));
  const { shares, cutoff } = share(ranked.slice(0, quota));
  const beyond = ranked.slice(quota).map(({ claim }) => [claim.id, noPlace(quota)] as const);
  return { shares: new Map([...shares, ...beyond]), cutoff: cutoff ?? cutoffAt(order, ranked, quota) };
}

function cutoffAt(order: Pool['order'], ranked: readonly OpenClaim[], at: number): Cutoff {
  const first = ranked[at];
  if (!first) throw new Error(`no claim at ${at}`);
  const before = ranked[at - 1]?.claim.id;
  const tied = tiedWith(first, ranked, (a, b) => compareByKeys(order, a.claim, b.claim) === 0);
  return { at: first.claim.id, ...(before !== undefined && { before }), tied };
}

/** Why a claim takes no part at all. */
export function refusal(pool: Pool, claim: Claim, fen: bigint): Message | undefined {
  const least = leastOf(pool);
  if (claim.award !== undefined && !pool.awards.includes(claim.award))
    return { key: 'pools.otherAward', args: { award: claim.award } };
  if (fen <= 0n) return { key: 'pools.nothingClaimed', args: {} };
  if (fen < least) return { key: 'pools.claimTooSmall', args: { want: yuanOf(fen), least: yuanOf(least) } };
  return undefined;
}
