import { add, compare, formatNum, num, parseNum, type Rational, subtract } from '../number/rational.ts';
import type { Id, Num, Pool } from '../policy/document.ts';
import { allocate } from './allocate.ts';
import type { Claim, OpenClaim, PoolOutcome } from './claim.ts';
import { distribute, leastOf, refusal } from './distribute.ts';
import { fenOf, yuanOf } from './fen.ts';
import { compareClaims } from './order-claims.ts';

/** Place in the ranking, from 1, and amount in yuan. */
export interface Standing {
  readonly place: number;
  readonly got: Num;
}

/** How one claim stands, and how it would with more or fewer points, all others unchanged (加减分试算). */
export interface WhatIf extends Standing {
  readonly id: Id;
  /** With so many points more, and fewer; absent where its first key is no number. */
  readonly plus?: Standing;
  readonly minus?: Standing;
  /** Points it lacks to be paid in full; absent where no score would do, and where all share. */
  readonly missesBy?: Num;
  /** Points it could lose and still be paid in full; absent where it has none to lose or could lose any. */
  readonly spares?: Num;
}

export interface WhatIfOptions {
  /** Points to try, above 0. */
  readonly points: Num;
  /** Smallest step of a score; a hundredth unless given. */
  readonly step?: Num;
}

/**
 * Works out for each claim what its place and amount would be with ±`points` on the first key of the order, and by how many
 * points it misses or clears the line. Where claims are ranked it takes one sort and then a few halvings a claim; it gives
 * what `allocate` would give with that one claim changed. Claims that take no part (another award, too small) are left out.
 *
 * @example whatIf(pool, claims, { points: '2' })[1]?.missesBy // '0.51'
 */
export function whatIf(
  pool: Pool,
  claims: readonly Claim[],
  { points, step = '0.01' }: WhatIfOptions,
): readonly WhatIf[] {
  const outcome = allocate(pool, claims);
  return poolsWithin(pool, outcome).flatMap(([each, money]) => {
    const open = openOn(each, pool.id, claims);
    const ranked = open.sort((a, b) => compareClaims(each.order, a.claim, b.claim));
    const table = new Table(each, ranked, money);
    return ranked.map((claim, i) => standingOf(table, claim, i, num(points), num(step)));
  });
}

/** Every pool with what it has for its own claims: its budget less what its sub-pools paid. */
function poolsWithin(pool: Pool, outcome: PoolOutcome): readonly (readonly [Pool, bigint])[] {
  const subs = (pool.sub ?? []).flatMap((sub, i) => {
    const of = outcome.subs[i];
    return of ? poolsWithin(sub, of) : [];
  });
  const own = outcome.subs.reduce((left, sub) => left - fenOf(sub.paid), fenOf(outcome.budget));
  return [[pool, own], ...subs];
}

const openOn = (pool: Pool, root: Id, claims: readonly Claim[]): OpenClaim[] =>
  claims
    .filter((claim) => (claim.sub ?? root) === pool.id)
    .map((claim) => ({ claim, fen: fenOf(claim.want) }))
    .filter(({ claim, fen }) => refusal(pool, claim, fen) === undefined);

function standingOf(table: Table, claim: OpenClaim, at: number, points: Rational, step: Rational): WhatIf {
  const { id } = claim.claim;
  const now = table.standing(claim, at);
  const key = table.pool.order[0];
  const score = key && parseNum(claim.claim.keys[key.by] ?? '');
  if (!key || !score) return { id, ...now };
  const by = (change: Rational): Standing => table.standing(withScore(claim, key.by, change), at);
  return {
    id,
    ...now,
    plus: by(add(score, points)),
    minus: by(subtract(score, points)),
    ...table.lineFor(claim, at, score, step),
  };
}

const withScore = ({ claim, fen }: OpenClaim, key: Id, score: Rational): OpenClaim => ({
  fen,
  claim: { ...claim, keys: { ...claim.keys, [key]: formatNum(score) } },
});

/** The ranking of one pool with running sums, for looking up what one changed claim would get. */
class Table {
  readonly pool: Pool;
  private readonly ranked: readonly OpenClaim[];
  private readonly money: bigint;
  private readonly sums: readonly bigint[];

  constructor(pool: Pool, ranked: readonly OpenClaim[], money: bigint) {
    this.pool = pool;
    this.ranked = ranked;
    this.money = money;
    const sums = [0n];
    for (const { fen } of ranked) sums.push((sums.at(-1) ?? 0n) + fen);
    this.sums = sums;
  }

  /** Place and amount of `claim` if it stood in for the claim at `at`. */
  standing(claim: OpenClaim, at: number): Standing {
    const before = this.countBefore(claim, at);
    return { place: before + 1, got: yuanOf(this.amount(claim, at, before)) };
  }

  private amount(claim: OpenClaim, at: number, before: number): bigint {
    const { method, quota } = this.pool;
    if (method === 'proRata' || method === 'scoreWeighted') {
      const others = this.ranked.map((each, i) => (i === at ? claim : each));
      return distribute(this.pool, others, this.money).shares.get(claim.claim.id)?.fen ?? 0n;
    }
    const left = this.money - this.sumBefore(at, before);
    if (left < 0n || (quota !== undefined && before >= quota)) return 0n;
    if (claim.fen <= left) return claim.fen;
    return method === 'rankPartialLast' && left >= leastOf(this.pool) ? left : 0n;
  }

  /** How many of the others are better placed. */
  private countBefore(claim: OpenClaim, at: number): number {
    let [low, high] = [0, this.ranked.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.ranked[middle];
      if (other && compareClaims(this.pool.order, other.claim, claim.claim) < 0) low = middle + 1;
      else high = middle;
    }
    return low > at ? low - 1 : low;
  }

  /** What the first `count` of the others ask for. */
  private sumBefore(at: number, count: number): bigint {
    const own = this.ranked[at]?.fen ?? 0n;
    return at < count ? (this.sums[count + 1] ?? 0n) - own : (this.sums[count] ?? 0n);
  }

  /** By how many points the claim misses or clears the line behind which nobody is paid in full. */
  lineFor(claim: OpenClaim, at: number, score: Rational, step: Rational): Pick<WhatIf, 'missesBy' | 'spares'> {
    const { method, order } = this.pool;
    if (method === 'proRata' || method === 'scoreWeighted') return {};
    const last = this.lastPlace(claim, at);
    if (last < 0) return {};
    const rival = this.ranked[last < at ? last : last + 1];
    // Nobody stands behind the last place that is paid: any score will do.
    if (!rival) return { missesBy: '0' };
    const [key] = order;
    const its = key && parseNum(rival.claim.keys[key.by] ?? '');
    if (!key || !its) return { missesBy: '0' };
    const level = withScore(claim, key.by, its);
    const winsTie = compareClaims(order, level.claim, rival.claim) < 0;
    const ahead = key.dir === 'desc' ? subtract(score, its) : subtract(its, score);
    const room = winsTie ? ahead : subtract(ahead, step);
    const isIn = compare(room, ZERO) >= 0;
    return isIn ? { missesBy: '0', spares: formatNum(room) } : { missesBy: formatNum(subtract(ZERO, room)) };
  }

  /** The last number of others that may stand before the claim so that it is still paid in full; −1 for none. */
  private lastPlace(claim: OpenClaim, at: number): number {
    const most = Math.min(this.ranked.length - 1, (this.pool.quota ?? Number.POSITIVE_INFINITY) - 1);
    let [low, high] = [-1, most];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.sumBefore(at, middle) + claim.fen <= this.money) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const ZERO: Rational = { n: 0n, d: 1n };
