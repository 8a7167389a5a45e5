import { parseNum, type Rational } from '../number/rational.ts';
import type { Message } from '../policy/diagnostic.ts';
import type { Id, Pool } from '../policy/document.ts';
import type { Cutoff, Distribution, OpenClaim, Share } from './claim.ts';
import { yuanOf } from './fen.ts';
import { compareByKeys, compareClaims, tiedWith } from './order-claims.ts';
import { type Vessel, waterFill, waterLevel } from './water-fill.ts';

interface Terms {
  readonly budget: bigint;
  /** Smallest amount worth paying, 分; no claim asks less. */
  readonly least: bigint;
  /** Share by what is claimed, or by the first key of the order. */
  readonly by: 'claim' | 'score';
}

interface Weighed extends OpenClaim {
  readonly weight: bigint;
}

/**
 * Shares the budget among all claims by water-filling. Where a share would be under the least amount, the claim with the
 * smallest weight is left out and the money poured again, until all shares are worth paying; less than the least amount
 * can then remain.
 */
export function giveByShare(order: Pool['order'], claims: readonly OpenClaim[], terms: Terms): Distribution {
  const weighed = weigh(order, claims, terms.by);
  const shares = new Map<Id, Share>();
  for (const c of weighed)
    if (c.weight === 0n) shares.set(c.claim.id, { fen: 0n, why: { key: 'pools.noWeight', args: {} } });
  const ranked = weighed.filter((c) => c.weight > 0n).sort((a, b) => byLeastClaim(order, a, b));
  const dropped = countDropped(ranked, terms);
  const got = waterFill(terms.budget, ranked.slice(dropped).map(vesselOf));
  ranked.forEach((c, i) => {
    const fen = i < dropped ? 0n : (got.get(c.claim.id) ?? 0n);
    shares.set(c.claim.id, { fen, why: i < dropped ? underLeast(terms.least) : why(c, fen, terms.by) });
  });
  const cutoff = cutoffOf(order, ranked, dropped);
  return { shares, ...(cutoff && { cutoff }) };
}

/**
 * How many claims to leave out, from the front of `ranked` (ascending weight). A share below `least` is never a full one
 * (claims are at least `least`), so the smallest weight tells for all; leaving it out only raises the level for the rest.
 * Hence once the shares are large enough they stay so, and the number can be found by halving.
 */
function countDropped(ranked: readonly Weighed[], { budget, least }: Terms): number {
  const fits = (k: number): boolean => {
    const { rest, weights } = waterLevel(budget, ranked.slice(k).map(vesselOf));
    return rest * (ranked[k]?.weight ?? 0n) >= least * weights;
  };
  if (least <= 0n) return 0;
  let low = 0;
  let high = ranked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const vesselOf = (c: Weighed): Vessel => ({ id: c.claim.id, ceiling: c.fen, weight: c.weight });

/** Whole-number weights: the claim itself, or the score times the common denominator; a score that is no number above 0 weighs 0. */
function weigh(order: Pool['order'], claims: readonly OpenClaim[], by: Terms['by']): readonly Weighed[] {
  if (by === 'claim') return claims.map((c) => ({ ...c, weight: c.fen }));
  const key = order[0]?.by;
  const scores = claims.map((c) => scoreOf(key === undefined ? '1' : c.claim.keys[key]));
  const common = scores.reduce((d, s) => leastCommonMultiple(d, s.d), 1n);
  return claims.map((c, i) => {
    const s = scores[i];
    return { ...c, weight: s ? s.n * (common / s.d) : 0n };
  });
}

function scoreOf(text: string | undefined): Rational {
  const r = text === undefined ? undefined : parseNum(text);
  return r && r.d > 0n && r.n > 0n ? r : { n: 0n, d: 1n };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** The claim to leave out first comes first: smallest weight, then the worst place in the order. */
function byLeastClaim(order: Pool['order'], a: Weighed, b: Weighed): number {
  if (a.weight !== b.weight) return a.weight < b.weight ? -1 : 1;
  return compareClaims(order, b.claim, a.claim);
}

function cutoffOf(order: Pool['order'], ranked: readonly Weighed[], dropped: number): Cutoff | undefined {
  const first = ranked[dropped - 1];
  if (!first) return undefined;
  const before = ranked[dropped];
  const same = (a: Weighed, b: Weighed): boolean =>
    a.weight === b.weight && compareByKeys(order, a.claim, b.claim) === 0;
  const tied = before && same(first, before) ? tiedWith(first, ranked, same) : [];
  return { at: first.claim.id, ...(before && { before: before.claim.id }), tied };
}

const underLeast = (least: bigint): Message => ({ key: 'pools.shareTooSmall', args: { least: yuanOf(least) } });

function why(c: Weighed, fen: bigint, by: Terms['by']): Message {
  if (fen === c.fen) return { key: 'pools.whole', args: { got: yuanOf(fen) } };
  // Shown to people only, so rounding down to two places is enough.
  const percent = yuanOf((fen * 10_000n) / c.fen);
  return {
    key: by === 'claim' ? 'pools.proRata' : 'pools.byScore',
    args: { got: yuanOf(fen), want: yuanOf(c.fen), percent },
  };
}
