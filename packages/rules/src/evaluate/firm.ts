import { dayOf } from '../date/day.ts';
import { fromInt, INF, NEG_INF, num, type Rational } from '../number/rational.ts';
import { asOf, baseYear } from '../policy/dates-of.ts';
import type { FactDef, FactInput, Id, ListItem, PolicyDoc, SeriesInput, YearRef } from '../policy/document.ts';
import type { Dates, FactState, Facts } from '../policy/facts.ts';
import { perDoc } from '../policy/per-doc.ts';
import { ANYTHING, between, hullOf, NOT_APPLICABLE, point, type Val } from './value.ts';

/** The words a fact may still be, and whether it may not apply. */
export interface Words {
  readonly may: readonly string[];
  readonly na: boolean;
}

/** A firm seen through one policy: every fact as a value, whatever is known of it. */
export interface Firm {
  readonly facts: Facts;
  readonly dates: Dates;
  readonly asOfDay: number;
  /** Base fiscal year T. */
  readonly year: number;
  number(fact: Id, yearsBack?: number): Val;
  words(fact: Id): Words;
  /** The lists this one may be; undefined while nothing is known. */
  lists(fact: Id): readonly (readonly ListItem[])[] | undefined;
  isProvided(fact: Id): 'yes' | 'no' | 'undetermined';
  isAssumed(fact: Id): boolean;
  def(fact: Id): FactDef | undefined;
  /** The same firm with `item.<field>` bound to one record of a list. */
  withItem(list: Id, item: ListItem): Firm;
}

const NOTHING_KNOWN: FactState = { state: 'unknown' };

export const yearsBack = (ref: YearRef | undefined): number =>
  ref === undefined || ref === 'T' ? 0 : Number(ref.slice(2));

export function openFirm(doc: PolicyDoc, dates: Dates, facts: Facts): Firm {
  return new OpenFirm(defsOf(doc), facts, dates, dayOf(asOf(doc, dates)));
}

type Defs = ReadonlyMap<Id, FactDef>;
const defsOf = perDoc((doc): Defs => new Map(doc.facts.map((d) => [d.id, d])));

class OpenFirm implements Firm {
  readonly facts: Facts;
  readonly dates: Dates;
  readonly asOfDay: number;
  readonly year: number;
  readonly #defs: Defs;

  constructor(defs: Defs, facts: Facts, dates: Dates, asOfDay: number) {
    this.#defs = defs;
    this.facts = facts;
    this.dates = dates;
    this.asOfDay = asOfDay;
    this.year = baseYear(dates);
  }

  number(id: Id, back = 0): Val {
    const def = this.def(id);
    return each(
      this.#stateOf(id),
      (input) => (def?.type === 'series' ? inYear(def, input, String(this.year - back)) : read(def, input)),
      () => openRange(def),
      NOT_APPLICABLE,
      hullOf,
    );
  }

  words(id: Id): Words {
    return each(
      this.#stateOf(id),
      (input) => ({ may: [String(input)], na: false }),
      () => ({ may: this.def(id)?.domain?.values?.map((v) => v.id) ?? ['true', 'false'], na: true }),
      NO_WORDS,
      (sets) => ({ may: sets.flatMap((s) => s.may), na: false }),
    );
  }

  lists(id: Id): readonly (readonly ListItem[])[] | undefined {
    return each<readonly (readonly ListItem[])[] | undefined>(
      this.#stateOf(id),
      (input) => [input as readonly ListItem[]],
      () => undefined,
      [[]],
      (sets) => sets.flatMap((s) => s ?? []),
    );
  }

  isProvided(id: Id): 'yes' | 'no' | 'undetermined' {
    const given = this.facts[id];
    if (given === undefined) return this.def(id)?.ifMissing === 'ask' ? 'undetermined' : 'no';
    return 'state' in given ? (given.state === 'unknown' ? 'undetermined' : 'no') : 'yes';
  }

  isAssumed(id: Id): boolean {
    return this.facts[id] === undefined && typeof this.def(id)?.ifMissing === 'object';
  }

  def(id: Id): FactDef | undefined {
    return this.#defs.get(id);
  }

  withItem(list: Id, item: ListItem): Firm {
    return new OpenFirm(itemDefs(this.#defs, list), itemFacts(this.facts, item), this.dates, this.asOfDay);
  }

  #stateOf(id: Id): FactState {
    const given = this.facts[id];
    if (given !== undefined) return given;
    const missing = this.def(id)?.ifMissing ?? 'ask';
    if (missing === 'ask') return NOTHING_KNOWN;
    return missing === 'fail' ? { state: 'notApplicable' } : { known: missing.assume };
  }
}

const NO_WORDS: Words = { may: [], na: true };

/** Reads a state: a known value, one of several, nothing known, or not applicable. */
function each<T>(
  state: FactState,
  one: (input: FactInput) => T,
  unknown: () => T,
  na: T,
  join: (all: readonly T[]) => T,
): T {
  if ('known' in state) return one(state.known);
  if ('disputed' in state) return state.disputed.length === 0 ? unknown() : join(state.disputed.map(one));
  return state.state === 'unknown' ? unknown() : na;
}

const bound = (text: string | undefined, otherwise: Rational): Rational => (text === undefined ? otherwise : num(text));

const openRange = (def: FactDef | undefined): Val =>
  def ? between(bound(def.domain?.min, NEG_INF), bound(def.domain?.max, INF), true) : ANYTHING;

const read = (def: FactDef | undefined, input: FactInput): Val => {
  if (typeof input === 'boolean') return point(fromInt(input ? 1 : 0));
  return point(def?.type === 'date' ? fromInt(dayOf(String(input))) : num(String(input)));
};

function inYear(def: FactDef, input: FactInput, year: string): Val {
  const value = (input as SeriesInput)[year];
  if (value === undefined) return def.ifMissing === 'fail' ? NOT_APPLICABLE : openRange(def);
  if (value === null) return openRange(def);
  return value === 'notApplicable' ? NOT_APPLICABLE : point(num(value));
}

function itemDefs(defs: Defs, list: Id): Defs {
  const fields = defs.get(list)?.fields ?? [];
  return new Map([...defs, ...fields.map((f): [Id, FactDef] => [`item.${f.id}`, f])]);
}

function itemFacts(facts: Facts, item: ListItem): Facts {
  const own = Object.entries(item).map(([field, v]): [Id, FactState] => [
    `item.${field}`,
    v === null ? NOTHING_KNOWN : { known: v },
  ]);
  return { ...facts, ...Object.fromEntries(own) };
}
