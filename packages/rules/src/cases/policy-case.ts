import type { AwardResult, Range, Truth } from '../evaluate/decision.ts';
import type { FactInput, Id, Num, Text } from '../policy/document.ts';
import type { Dates, FactState } from '../policy/facts.ts';

/** What a case says about a number: exactly this, or exactly these bounds. */
export type Expected = Num | Range;

/**
 * What must come out. Everything named is checked, everything else is left open. `needs` is the whole set of open facts
 * over all tiers; `best: null` means that no tier certainly holds; `points` may name a scored route or any score node.
 */
export interface Expectation {
  readonly best?: Id | null;
  readonly outcomes?: Readonly<Record<Id, Truth>>;
  /** The route by which the best tier holds. */
  readonly route?: Id;
  readonly routes?: Readonly<Record<Id, Truth>>;
  readonly points?: Readonly<Record<Id, Expected>>;
  readonly amount?: Readonly<Record<Id, Expected>>;
  readonly tranches?: Readonly<Record<Id, readonly Num[]>>;
  /** Which instalments are due. */
  readonly due?: Readonly<Record<Id, readonly Truth[]>>;
  readonly capped?: Readonly<Record<Id, NonNullable<AwardResult['capped']>>>;
  readonly stackedOut?: Readonly<Record<Id, Id>>;
  readonly needs?: readonly Id[];
}

/**
 * One worked case (工作算例) of a policy version, as it stands in `<in-force-from>.cases.json`. Facts may be in short form:
 * a bare value is known, `null` is not known.
 */
export interface PolicyCase {
  readonly name: string;
  readonly note?: Text;
  readonly source?: string;
  readonly confidence?: string;
  readonly facts: Readonly<Record<Id, FactState | FactInput | null>>;
  readonly dates: Dates;
  readonly expect: Expectation;
}

export interface CaseResult {
  readonly name: string;
  readonly ok: boolean;
  /** What differs, as `what: expected … got …`. */
  readonly problems: readonly string[];
}

/** How many cases gave each outcome. For an award `yes` is money for certain and `no` is certainly none. */
export type Hits = Readonly<Record<Truth, number>>;

export interface CasesRun {
  readonly results: readonly CaseResult[];
  /** By path in the document: `tiers.0`, `tiers.0.routes.1`, `awards.2`. */
  readonly coverage: Readonly<Record<string, Hits>>;
}
