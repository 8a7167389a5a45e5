import { createReference } from '../evaluate/reference.ts';
import type { Case } from '../explain/margin.ts';
import { baseYear } from '../policy/dates-of.ts';
import type { FactDef, FactInput, Id, IsoDate, PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';

/** The firm after some moves, with what they cost so far. */
export interface State {
  readonly c: Case;
  readonly cost: number;
  /** The day waited for and the date whose age asked for it. */
  readonly wait?: { readonly fact: Id; readonly on: IsoDate };
}

/** States kept at each step of the search, and ways kept for one condition. */
export const WIDTH = 8;

/** Cost of finding out or proving one figure that is not known. */
export const EVIDENCE_COST = 1;

export function openState(doc: PolicyDoc, dates: Dates, facts: Facts): State {
  return { c: caseOf(doc, dates, facts), cost: 0 };
}

const caseOf = (doc: PolicyDoc, dates: Dates, facts: Facts): Case => ({
  r: createReference(doc, dates, facts),
  doc,
  dates,
  facts,
  year: baseYear(dates),
});

export const withFacts = (s: State, facts: Facts, cost: number): State => ({
  ...s,
  c: caseOf(s.c.doc, s.c.dates, facts),
  cost: s.cost + cost,
});

export const withInput = (s: State, fact: Id, input: FactInput, cost: number): State =>
  withFacts(s, { ...s.c.facts, [fact]: { known: input } }, cost);

export const withDates = (s: State, dates: Dates, wait: State['wait'] & object, cost: number): State => ({
  c: caseOf(s.c.doc, dates, s.c.facts),
  cost: s.cost + cost,
  wait,
});

/** The cheapest few; states that differ in nothing but the way to them count once. */
export function cheapest(states: readonly State[], max: number = WIDTH): readonly State[] {
  const seen = new Set<string>();
  const sorted = [...states].sort((a, b) => a.cost - b.cost);
  const kept = sorted.filter((s) => {
    const key = JSON.stringify([s.c.facts, s.c.dates]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.slice(0, max);
}

/** Whether a firm can move this fact by its own doing. */
export const isMovable = (def: FactDef | undefined): boolean =>
  def?.move !== undefined && def.move.dir !== 'never' && def.move.dir !== 'time' && def.derive === undefined;
