import type { Id, Num, Unit } from '../policy/document.ts';

/** 已满足 / 未满足 / 尚待确认. */
export type Truth = 'yes' | 'no' | 'undetermined';

/** Closed range of an exact number; `-inf` and `inf` where nothing bounds it. A known value has `lo === hi`. */
export interface Range {
  readonly lo: Num;
  readonly hi: Num;
}

export interface RouteResult {
  readonly route: Id;
  readonly outcome: Truth;
  /** Points of a scored route. */
  readonly points?: Range;
}

/** The verdict on one tier. `needs` are the facts and judgements still open that it depends on. */
export interface TierResult {
  readonly tier: Id;
  readonly outcome: Truth;
  /** The first route that holds, where the outcome is yes. */
  readonly route?: Id;
  readonly routes: readonly RouteResult[];
  readonly needs: readonly Id[];
  /** Facts taken from the policy's assumption because the firm gave none. */
  readonly assumed: readonly Id[];
  /** A clause that could not be translated touches this tier. */
  readonly tainted: boolean;
}

/** The money of one award in CNY: what it comes to, what cut it, and its parts. */
export interface AwardResult {
  readonly award: Id;
  /** Whether the condition of the award holds. */
  readonly outcome: Truth;
  /** Final amount after caps, floor and stacking. */
  readonly amount: Range;
  /** Amount before caps, floor and stacking. */
  readonly asked: Range;
  /** The kind of cap that cut it, where the amount is known. */
  readonly capped?: 'item' | 'year' | 'lifetime';
  /** The award that took precedence under a stacking rule. */
  readonly stackedOut?: Id;
  readonly tranches?: readonly { readonly amount: Range; readonly outcome: Truth }[];
  readonly shares?: Readonly<Record<string, Range>>;
  readonly needs: readonly Id[];
  readonly assumed: readonly Id[];
}

export interface PoolResult {
  readonly pool: Id;
  readonly budget: Num;
  /** What the firm may claim from the pool, after stacking and never above the budget. */
  readonly claim: Range;
}

/** The result for one firm: every tier, the best one, every award and pool. */
export interface Decision {
  readonly tiers: readonly TierResult[];
  /** The highest tier that certainly holds; absent where none does. */
  readonly best?: Id;
  /** Tiers above `best` that may still be reached by answers that are open. */
  readonly possible: readonly Id[];
  readonly awards: readonly AwardResult[];
  readonly pools: readonly PoolResult[];
  /** Sum of all awards. */
  readonly total: Range;
}

/** A value with its unit, for people. */
export interface Measured {
  readonly value: Range;
  readonly unit: Unit;
}
