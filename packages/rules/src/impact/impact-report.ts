import type { Id, Num, Unit } from '../policy/document.ts';

/** What a firm holds: a tier (its id), `none`, or `undetermined` where open answers decide whether it holds any. */
export type TierStanding = Id;
export const NONE: TierStanding = 'none';
export const UNDETERMINED: TierStanding = 'undetermined';

/** Money in yuan: at least `lo`, at most `hi`; the same where every firm is settled. */
export interface MoneyRange {
  readonly lo: Num;
  readonly hi: Num;
}

/** One side of a comparison; absent where that version does not have the tier, award or pool. */
export interface BeforeAfter<T> {
  readonly before?: T;
  readonly after?: T;
}

/** A firm whose result changes: what it held, what it holds, and how much more (or less) it may claim, before pools are given out. */
export interface Mover {
  readonly id: string;
  readonly from: TierStanding;
  readonly to: TierStanding;
  /** Absent where an amount is not settled. */
  readonly delta?: Num;
}

/** Firms that change in one direction: how many, and the first of them by name. */
export interface Movers {
  readonly count: number;
  readonly shown: readonly Mover[];
}

/** A firm that would reach `tier` if every threshold it misses were a tenth, or one person or item, easier. */
export interface NearMiss {
  readonly id: string;
  readonly holds: TierStanding;
  readonly tier: Id;
  /** What is short, as far as it could be worked out: the clause, the gap to its threshold, the figure to change. */
  readonly short: readonly {
    readonly path: string;
    readonly by: Num;
    readonly unit: Unit;
    readonly fact?: Id;
    readonly factBy?: Num;
  }[];
}

export interface TierCount {
  readonly yes: number;
  readonly no: number;
  readonly undetermined: number;
}

export interface AwardMoney {
  /** Firms that certainly get something. */
  readonly firms: number;
  readonly amount: MoneyRange;
}

/** The money of one pool. `paid`, `left` and `unserved` say what giving it out would do, where that was worked out. */
export interface PoolMoney {
  readonly budget: Num;
  readonly firms: number;
  /** Sum of all claims, each at most the budget. */
  readonly claimed: MoneyRange;
  /** How far the certain claims exceed the budget; 0 where they do not. */
  readonly over: Num;
  readonly paid?: Num;
  readonly left?: Num;
  /** Firms with a claim that get nothing. */
  readonly unserved?: number;
}

export interface SegmentImpact {
  readonly segment: string;
  readonly firms: number;
  readonly winners: number;
  readonly losers: number;
  /** Firms that hold some tier. */
  readonly holding: BeforeAfter<number>;
  readonly money: { readonly before: MoneyRange; readonly after: MoneyRange };
}

/**
 * What a change of a policy does to a population (试算结果). `matrix[from][to]` counts firms by what they held and hold;
 * both follow `standings`: none, undetermined, then the tiers of both versions from the lowest up.
 */
export interface Impact {
  readonly firms: number;
  readonly standings: readonly TierStanding[];
  readonly matrix: readonly (readonly number[])[];
  readonly winners: Movers;
  readonly losers: Movers;
  /** Firms whose change depends on answers that are open. */
  readonly unclear: Movers;
  readonly tiers: Readonly<Record<Id, BeforeAfter<TierCount>>>;
  readonly awards: Readonly<Record<Id, BeforeAfter<AwardMoney>>>;
  readonly pools: Readonly<Record<Id, BeforeAfter<PoolMoney>>>;
  readonly total: { readonly before: MoneyRange; readonly after: MoneyRange };
  readonly nearMisses: { readonly count: number; readonly shown: readonly NearMiss[] };
  /** By the name of the segmentation, largest segment first. */
  readonly segments: Readonly<Record<string, readonly SegmentImpact[]>>;
  /** How many judgements were left to the reference, because something was unknown or too large. */
  readonly byReference: { readonly before: number; readonly after: number };
}
