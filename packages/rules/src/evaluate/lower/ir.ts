import type { Id, Pred, RoundMode } from '../../policy/document.ts';

/**
 * The intermediate form between a policy document and the fast evaluators: whole-number arithmetic over numbered slots.
 *
 * Why whole numbers: every figure of a policy is an exact fraction, so a comparison of fractions is a comparison of
 * products (a/b ≥ p/q ⇔ a·q ≥ p·b). Doubles hold whole numbers exactly up to 2⁵³−1, and a double is what a JavaScript
 * engine multiplies fastest. Each node knows the bounds of its value when every slot keeps to its own bounds, so nearly
 * all overflow checks happen while lowering and the running program has none.
 *
 * Why NaN: "does not apply" behaves exactly like NaN. It makes any arithmetic not applicable and any comparison false,
 * so it costs nothing on the fast path.
 */
export interface Span {
  /** Bounds of the value where it applies. */
  readonly lo: number;
  readonly hi: number;
  /** It may be NaN: not applicable. */
  readonly na: boolean;
  /** It may be no known number at all; working it out then gives the firm up, so its bounds settle nothing. */
  readonly open: boolean;
  /** Roundings that may have happened; 0 is exact. Only products and sums of values ≥ 0 are ever inexact. */
  readonly err: number;
}

export type Int = Span &
  (
    | { readonly k: 'const'; readonly v: number }
    | { readonly k: 'slot'; readonly at: number }
    | { readonly k: 'temp'; readonly at: number }
    | { readonly k: 'add' | 'sub' | 'mul' | 'min' | 'max'; readonly a: Int; readonly b: Int }
    /** n/d (d > 0) to a whole number; `up` and `down` are away from and towards zero. */
    | { readonly k: 'round'; readonly n: Int; readonly d: Int; readonly mode: RoundMode }
    | { readonly k: 'pick'; readonly if: Bool; readonly then: Int; readonly else: Int }
    /**
     * `out` of the first row with n·q ≥ p·d (> where strict), else `none`; 0 where n does not apply. The bounds p/q
     * descend, so that every row below a hit is hit too and the output is also a sum of steps: no branch to mispredict.
     */
    | {
        readonly k: 'bands';
        readonly n: Int;
        readonly d: Int;
        readonly rows: readonly BandRow[];
        readonly none: number;
      }
    /** Gives the firm up to the reference where the value is beyond 2⁵³−1. */
    | { readonly k: 'check'; readonly of: Int }
    /** Not a known number: gives the firm up to the reference. */
    | { readonly k: 'open' }
  );

export interface BandRow {
  readonly p: number;
  readonly q: number;
  readonly strict: boolean;
  readonly out: number;
}

/** How much each row adds when it is hit, over the rows below it. */
export const stepsOf = (rows: readonly BandRow[], none: number): readonly number[] =>
  rows.map((row, i) => row.out - (rows[i + 1]?.out ?? none));

/** Two-valued: whatever is undetermined never reaches the fast path or gives the firm up. */
export type Bool =
  | { readonly k: 'const'; readonly v: boolean }
  /** With `tol` above 0 the sides are rounded: closer than `tol` relative to the greater one, the firm is given up. */
  | {
      readonly k: 'cmp';
      readonly op: 'ge' | 'gt' | 'eq' | 'ne';
      readonly a: Int;
      readonly b: Int;
      readonly tol: number;
    }
  /** The slot holds one of the codes; `all` are the codes it can hold. */
  | { readonly k: 'word'; readonly at: number; readonly codes: readonly number[]; readonly all: readonly number[] }
  | { readonly k: 'temp'; readonly at: number }
  | { readonly k: 'all' | 'any'; readonly of: readonly Bool[] }
  | { readonly k: 'not'; readonly of: Bool }
  | { readonly k: 'atLeast'; readonly n: number; readonly of: readonly Bool[] }
  | { readonly k: 'pick'; readonly if: Bool; readonly then: Bool; readonly else: Bool }
  /** The number applies. */
  | { readonly k: 'some'; readonly of: Int }
  | { readonly k: 'open' };

/** `results[at] = of`; conditions are stored as 0 and 1. Steps run in order. */
export interface Step {
  readonly at: number;
  readonly of: { readonly int: Int } | { readonly bool: Bool };
}

export type SpanHow = 'calendarYears' | 'anniversaryYears' | 'anniversaryMonths' | 'days';

/** How one slot is filled from a firm's facts. A value outside `lo`…`hi` sends the firm to the reference. */
export type SlotPlan =
  | {
      readonly k: 'number';
      readonly fact: Id;
      readonly back: number;
      readonly places: number;
      readonly lo: number;
      readonly hi: number;
    }
  /** Code of the fact's word: its number in `words` from 1, 0 for any other word, −1 where it does not apply. */
  | { readonly k: 'word'; readonly fact: Id; readonly words: readonly string[] }
  | { readonly k: 'provided'; readonly fact: Id }
  /** 0 or 1, by the reference: lists are read record by record. */
  | { readonly k: 'exists'; readonly node: Extract<Pred, { k: 'exists' }> }
  /** Time between two days; `to` absent is the day the policy looks from. */
  | { readonly k: 'span'; readonly from: Id; readonly to?: Id; readonly how: SpanHow };

/** The result array: 0 is the "given up" flag, then the parts of an outcome, then whatever steps store for later ones. */
export interface Layout {
  readonly tiers: number;
  readonly points: number;
  readonly scales: number;
  readonly awards: number;
  readonly claims: number;
  readonly end: number;
}
export const GIVEN_UP = 0;

/** Where the fuller results of a tier stand in the result array. */
export interface TierPlan {
  /** Outcome of each route, in order. */
  readonly routes: readonly number[];
}

export interface AwardPlan {
  readonly outcome: number;
  readonly asked: number;
  /** Number of the cap that cut the award, or −1. */
  readonly capped: number;
  /** Number of the award that took precedence, or −1. */
  readonly stackedOut: number;
  readonly tranches: readonly number[];
}

/** One policy on one day, lowered. `core` gives the compact outcome, `detail` after it the rest of a decision. */
export interface Lowered {
  readonly slots: readonly SlotPlan[];
  readonly core: readonly Step[];
  readonly detail: readonly Step[];
  readonly layout: Layout;
  readonly size: number;
  readonly tiers: readonly TierPlan[];
  readonly awards: readonly AwardPlan[];
  /** Where the sum of all awards stands. */
  readonly total: number;
}

/** The document uses something the fast evaluators do not do exactly; the reference evaluates it instead. */
export class NotLowerable extends Error {}
