import type { Message } from '../policy/diagnostic.ts';
import type { Id, Pool } from '../policy/document.ts';
import type { Distribution, OpenClaim, Share } from './claim.ts';
import { yuanOf } from './fen.ts';
import { compareByKeys, compareClaims, tiedWith } from './order-claims.ts';

interface Terms {
  readonly budget: bigint;
  /** Smallest amount worth paying, 分. */
  readonly least: bigint;
  /** Whether the first claim that does not fit gets what is left, if that is at least `least`. */
  readonly partialLast: boolean;
  /** How many claims are served at most. */
  readonly quota: number | undefined;
}

/**
 * Pays claims in order, each in full, until one does not fit; that one ends the list (截止线). Smaller claims behind it are
 * not let through, so nobody gains by asking for less than a better-placed firm.
 */
export function giveByRank(order: Pool['order'], claims: readonly OpenClaim[], terms: Terms): Distribution {
  const ranked = [...claims].sort((a, b) => compareClaims(order, a.claim, b.claim));
  const shares = new Map<Id, Share>();
  let left = terms.budget;
  const cut = ranked.findIndex((c, i) => {
    if (c.fen > left || i === terms.quota) return true;
    left -= c.fen;
    shares.set(c.claim.id, { fen: c.fen, why: paidInFull(c, i, ranked.length) });
    return false;
  });
  const first = ranked[cut];
  const before = ranked[cut - 1]?.claim.id;
  if (!first) return { shares };
  const isFull = cut === terms.quota;
  const behind = isFull ? noPlace(cut) : { fen: 0n, why: { key: 'pools.behindCutoff', args: {} } };
  shares.set(first.claim.id, isFull ? behind : atCutoff(first, left, terms));
  for (const { claim } of ranked.slice(cut + 1)) shares.set(claim.id, behind);
  const tied = tiedWith(first, ranked, (a, b) => compareByKeys(order, a.claim, b.claim) === 0);
  return { shares, cutoff: { at: first.claim.id, ...(before !== undefined && { before }), tied } };
}

const paidInFull = (c: OpenClaim, i: number, of: number): Message => ({
  key: 'pools.full',
  args: { got: yuanOf(c.fen), rank: String(i + 1), of: String(of) },
});

/** What a claim beyond the number of places gets. */
export const noPlace = (quota: number): Share => ({
  fen: 0n,
  why: { key: 'pools.noPlace', args: { quota: String(quota) } },
});

function atCutoff(c: OpenClaim, left: bigint, { least, partialLast }: Terms): Share {
  const args = { left: yuanOf(left), want: yuanOf(c.fen), least: yuanOf(least) };
  if (left === 0n) return { fen: 0n, why: { key: 'pools.spent', args: {} } };
  if (!partialLast) return { fen: 0n, why: { key: 'pools.doesNotFit', args } };
  if (left < least) return { fen: 0n, why: { key: 'pools.restTooSmall', args } };
  return { fen: left, why: { key: 'pools.rest', args } };
}
