import type { Message } from '../policy/diagnostic.ts';
import type { Id, Num } from '../policy/document.ts';

/** One firm's claim on a pool (资金需求). */
export interface Claim {
  /** Unique among the claims of one allocation; the last tie-breaker. */
  readonly id: Id;
  /** Amount asked in yuan, rounded down to 分; the ceiling of what is given. */
  readonly want: Num;
  /** What the pool's `order` looks at: scores, dates, times. Instants as ISO text of one time zone, so that text order is time order. */
  readonly keys: Readonly<Record<Id, string>>;
  /** The award claimed; it must be one that the pool pays. Absent means any. */
  readonly award?: Id;
  /** The sub-pool claimed from; absent means the pool itself. */
  readonly sub?: Id;
}

/** What one claim got and why, in yuan. */
export interface Grant {
  readonly id: Id;
  readonly pool: Id;
  readonly got: Num;
  readonly why: Message;
}

/** Where the money ended (截止线). */
export interface Cutoff {
  /** The best-placed claim that went without, or got only what was left. */
  readonly at: Id;
  /** The claim just before it, the last one served. */
  readonly before?: Id;
  /** Claims equal to `at` in everything the order looks at, itself included, so that only the id decided (并列); else empty. */
  readonly tied: readonly Id[];
}

/** The money of one pool in yuan: `budget = paid + left`, sub-pools included. */
export interface PoolOutcome {
  readonly pool: Id;
  readonly budget: Num;
  readonly paid: Num;
  readonly left: Num;
  readonly cutoff?: Cutoff;
  readonly subs: readonly PoolOutcome[];
}

export interface Allocation extends PoolOutcome {
  /** One grant per claim, in the order of the pool and then by id, whatever the order of the claims. */
  readonly grants: readonly Grant[];
}

/** A claim ready to be calculated with: `fen` asked, more than 0. */
export interface OpenClaim {
  readonly claim: Claim;
  readonly fen: bigint;
}

/** What one method makes of one pool: 分 and reason by claim id. */
export interface Share {
  readonly fen: bigint;
  readonly why: Message;
}
export interface Distribution {
  readonly shares: ReadonlyMap<Id, Share>;
  readonly cutoff?: Cutoff;
}
