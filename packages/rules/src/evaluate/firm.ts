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
  /** It may be any word: nothing says which ones there are. */
  readonly any?: true;
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

  // The two most read are written out: nothing is made on the way.
  number(id: Id, back = 0): Val {
    const def = this.def(id);
    const state = this.#stateOf(id);
    if ('known' in state) return this.#read(def, state.known, back);
    if ('disputed' in state && state.disputed.length > 0)
      return hullOf(state.disputed.map((input) => this.#read(def, input, back)));
    return 'state' in state && state.state === 'notApplicable' ? NOT_APPLICABLE : openRange(def);
  }

  words(id: Id): Words {
    const state = this.#stateOf(id);
    if ('known' in state) return { may: [String(state.known)], na: false };
    if ('disputed' in state && state.disputed.length > 0) return { may: state.disputed.map(String), na: false };
    return 'state' in state && state.state === 'notApplicable' ? NO_WORDS : allWords(this.def(id));
  }

  lists(id: Id): readonly (readonly ListItem[])[] | undefined {
    const state = this.#stateOf(id);
    if ('known' in state) return [state.known as readonly ListItem[]];
    if ('disputed' in state && state.disputed.length > 0) return state.disputed as readonly (readonly ListItem[])[];
    return 'state' in state && state.state === 'notApplicable' ? [[]] : undefined;
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

  #read(def: FactDef | undefined, input: FactInput, back: number): Val {
    return def?.type === 'series' ? inYear(def, input, String(this.year - back)) : read(def, input);
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
const YES_NO: Words = { may: ['true', 'false'], na: true };
const ANY_WORD: Words = { may: [], any: true, na: true };
const openWords = new WeakMap<FactDef, Words>();

/** Every word an open fact may be. */
function allWords(def: FactDef | undefined): Words {
  const values = def?.domain?.values;
  if (def === undefined || values === undefined) return def?.type === 'enum' ? ANY_WORD : YES_NO;
  const words = openWords.get(def) ?? { may: values.map((v) => v.id), na: true };
  openWords.set(def, words);
  return words;
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
