import type { FactInput, Id, IsoDate } from './document.ts';

/**
 * What is known of one fact. `unknown` is a person's "don't know yet" and always stays open; an absent fact follows the
 * policy's `ifMissing`; `disputed` is one of several values.
 */
export type FactState =
  | { readonly known: FactInput; readonly source?: string; readonly asOf?: IsoDate }
  | { readonly state: 'unknown' | 'notApplicable' }
  | { readonly disputed: readonly FactInput[] };

/** A firm, as far as it is known. Keys are fact ids, and ids of `judgement` nodes with a bool. */
export type Facts = Readonly<Record<Id, FactState>>;

/** The days that matter. The base fiscal year T is the year of `fiscalYearEnd`, else the last full year before `filing ?? decision`. */
export interface Dates {
  readonly filing?: IsoDate;
  readonly decision: IsoDate;
  readonly fiscalYearEnd?: IsoDate;
}
