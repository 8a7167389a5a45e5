import { dayOf } from '../date/day.ts';
import { calendarYears, fullMonths, fullYears } from '../date/span.ts';
import { asOf, baseYear } from '../policy/dates-of.ts';
import type { FactDef, FactInput, Id, PolicyDoc, SeriesInput } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import type { SlotPlan, SpanHow } from './lower/ir.ts';
import { readDecimal } from './read-decimal.ts';
import { createReference, type Reference } from './reference.ts';

/**
 * What one slot holds for a firm: a number, NaN or −1 where it does not apply, undefined where it is not known, `BEYOND`
 * where only the reference can tell.
 */
export type Reader = (facts: Facts, reference: () => Reference) => number | undefined;

/** A figure in dispute, or too large or too fine for the fast path. */
export const BEYOND = Number.POSITIVE_INFINITY;

/**
 * Turns a firm's facts into slots; undefined where a slot is not known or beyond its bounds. With `keep` false they are
 * good until the next call.
 */
export function slotReader(
  doc: PolicyDoc,
  dates: Dates,
  plans: readonly SlotPlan[],
): (facts: Facts, keep: boolean) => Float64Array | undefined {
  const defs = new Map(doc.facts.map((d) => [d.id, d]));
  const clock: Clock = { day: dayOf(asOf(doc, dates)), year: baseYear(dates) };
  const readers = plans.map((plan) => readerOf(plan, defs, clock));
  const n = readers.length;
  const room = roomFor(n);
  const scratch = new Float64Array(n);
  return (facts, keep) => {
    let made: Reference | undefined;
    const reference = (): Reference => {
      made ??= createReference(doc, dates, facts);
      return made;
    };
    for (let i = 0; i < n; i++) {
      const value = (readers[i] as Reader)(facts, reference);
      if (value === undefined || value === BEYOND) return undefined;
      scratch[i] = value;
    }
    if (!keep) return scratch;
    const slots = room();
    for (let i = 0; i < n; i++) slots[i] = scratch[i] as number;
    return slots;
  };
}

/** Slots of many firms side by side in one block: a small typed array of its own is slow to make and far from others. */
function roomFor(n: number): () => Float64Array {
  let block = new Float64Array(0);
  let used = 0;
  return () => {
    if (used + n > block.length) {
      block = new Float64Array(n * FIRMS_IN_BLOCK);
      used = 0;
    }
    used += n;
    return block.subarray(used - n, used);
  };
}
const FIRMS_IN_BLOCK = 64;

export interface Clock {
  readonly day: number;
  readonly year: number;
}
export type Defs = ReadonlyMap<Id, FactDef>;

export function readerOf(plan: SlotPlan, defs: Defs, clock: Clock): Reader {
  switch (plan.k) {
    case 'number':
      return numberReader(plan, defs.get(plan.fact), clock);
    case 'word':
      return wordReader(plan, defs.get(plan.fact));
    case 'provided':
      return providedReader(plan.fact, defs.get(plan.fact));
    case 'span':
      return spanReader(plan, defs, clock);
    case 'exists':
      return existsReader(plan.node, defs.get(plan.node.list));
  }
}

/** Lists are read by the reference, record by record; most firms have none, and that needs no reading. */
function existsReader(node: Extract<SlotPlan, { k: 'exists' }>['node'], def: FactDef | undefined): Reader {
  const missing = def?.ifMissing ?? 'ask';
  const isEmptyWhenAbsent = missing === 'fail' || (typeof missing === 'object' && isEmpty(missing.assume));
  const ofNone = (node.min ?? 1) <= 0 ? 1 : 0;
  return (facts, reference) => {
    const given = facts[node.list];
    if (given === undefined ? isEmptyWhenAbsent : 'known' in given && isEmpty(given.known)) return ofNone;
    const t = reference().truth(node);
    return t === 'undetermined' ? undefined : t === 'yes' ? 1 : 0;
  };
}

const isEmpty = (input: FactInput): boolean => Array.isArray(input) && input.length === 0;

/** Reads a fact as the reference does: given, else assumed, else not applicable (`fail`), else not known. */
function stateReader(
  fact: Id,
  def: FactDef | undefined,
  na: number,
  read: (input: FactInput) => number | undefined,
): Reader {
  const missing = def?.ifMissing ?? 'ask';
  const absent = missing === 'ask' ? undefined : missing === 'fail' ? na : read(missing.assume);
  return (facts) => {
    const given = facts[fact];
    if (given === undefined) return absent;
    if ('known' in given) return read(given.known);
    if ('disputed' in given) return given.disputed.length > 0 ? BEYOND : undefined;
    return given.state === 'notApplicable' ? na : undefined;
  };
}

type NumberPlan = Extract<SlotPlan, { k: 'number' }>;

function numberReader(plan: NumberPlan, def: FactDef | undefined, clock: Clock): Reader {
  const { places, lo, hi } = plan;
  const within = (x: number | undefined): number => (x === undefined || x < lo || x > hi ? BEYOND : x);
  if (def?.type !== 'series')
    return stateReader(plan.fact, def, Number.NaN, (input) => within(scalar(input, def?.type === 'date', places)));
  const year = String(clock.year - plan.back);
  const without = def.ifMissing === 'fail' ? Number.NaN : undefined;
  return stateReader(plan.fact, def, Number.NaN, (input) => {
    const value = (input as SeriesInput)[year];
    if (value === undefined) return without;
    if (value === null) return undefined;
    return value === 'notApplicable' ? Number.NaN : within(readDecimal(value, places));
  });
}

function scalar(input: FactInput, isDate: boolean, places: number): number | undefined {
  if (typeof input === 'boolean') return (input ? 1 : 0) * 10 ** places;
  if (typeof input !== 'string') return undefined;
  return isDate ? dayOf(input) : readDecimal(input, places);
}

function wordReader({ fact, words }: Extract<SlotPlan, { k: 'word' }>, def: FactDef | undefined): Reader {
  const [ofTrue, ofFalse] = [words.indexOf('true') + 1, words.indexOf('false') + 1];
  return stateReader(fact, def, -1, (input) => {
    if (input === true) return ofTrue;
    return input === false ? ofFalse : words.indexOf(String(input)) + 1;
  });
}

function providedReader(fact: Id, def: FactDef | undefined): Reader {
  const absent = def?.ifMissing === 'ask' ? undefined : 0;
  return (facts) => {
    const given = facts[fact];
    if (given === undefined) return absent;
    if ('state' in given) return given.state === 'unknown' ? undefined : 0;
    return 1;
  };
}

const SPANS: Record<SpanHow, (from: number, to: number) => number> = {
  calendarYears,
  anniversaryYears: fullYears,
  anniversaryMonths: fullMonths,
  days: (from, to) => to - from,
};

function spanReader(plan: Extract<SlotPlan, { k: 'span' }>, defs: Defs, clock: Clock): Reader {
  const dayReader = (id: Id): Reader =>
    stateReader(id, defs.get(id), Number.NaN, (input) => (typeof input === 'string' ? dayOf(input) : BEYOND));
  const from = dayReader(plan.from);
  const to: Reader = plan.to === undefined ? () => clock.day : dayReader(plan.to);
  const span = SPANS[plan.how];
  return (facts, reference) => {
    const start = from(facts, reference);
    const end = to(facts, reference);
    // One that does not apply settles it, known or not.
    if (Number.isNaN(start) || Number.isNaN(end)) return Number.NaN;
    if (start === BEYOND || end === BEYOND) return BEYOND;
    return start === undefined || end === undefined ? undefined : span(start, end);
  };
}
