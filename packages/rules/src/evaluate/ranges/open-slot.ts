import { num, parseNum, ratio } from '../../number/rational.ts';
import type { Expr, FactDef, Id, Pred } from '../../policy/document.ts';
import { type Bool, NotLowerable } from '../lower/ir.ts';
import { all, any, not } from '../lower/ir-bool.ts';
import { constantLeaf, leaf, mapLeaves, mulValue, type Value } from '../lower/lower-value.ts';
import { certain, type Kleene } from './kleene.ts';
import type { RangeLowering } from './range-lowering.ts';
import { ANY_RANGE, type End, endAt, endless, pickRange, type Ranged, rangeOfValue } from './ranged.ts';

/** What an open fact may be: anything within its bounds, or it may not apply. */
function openRange(def: FactDef | undefined): Ranged {
  const end = (text: string | undefined): End => {
    if (text === undefined) return endless();
    if (!parseNum(text)) throw new NotLowerable('a bound that is no number');
    return endAt(constantLeaf(num(text)));
  };
  return { ...ANY_RANGE, lo: end(def?.domain?.min), hi: end(def?.domain?.max) };
}

/** A figure on file, or what it may be where it is open. */
export function factRange(l: RangeLowering, def: FactDef | undefined, value: Value): Ranged {
  const open = openIn(l, value);
  const known = rangeOfValue(value);
  if (open.k === 'const' && !open.v) return known;
  return pickRange(open, openRange(def), known);
}

/** Whether the one slot a number is read from is open. */
function openIn(l: RangeLowering, v: Value): Bool {
  if (v.k !== 'leaf' || v.n.k !== 'slot') throw new NotLowerable('not one slot');
  return l.isOpen(v.n.at);
}

/** An age or a distance between two dates: nothing is known of it while one of them is open. */
export function spanRange(l: RangeLowering, e: Extract<Expr, { k: 'span' }>): Ranged {
  const dates = e.to === 'asOf' ? [e.from] : [e.from, e.to];
  for (const id of dates)
    if (l.points.doc.facts.find((def) => def.id === id)?.domain) throw new NotLowerable('a date within bounds');
  const how = e.how === 'days365' ? 'days' : e.how;
  const value = leaf(l.points.slots.span(e.from, e.to === 'asOf' ? undefined : e.to, how));
  const range = pickRange(openIn(l, value), ANY_RANGE, rangeOfValue(value));
  if (e.how !== 'days365') return range;
  const years = (x: Value): Value => mapLeaves(x, (one) => mulValue(one, constantLeaf(ratio(1n, 365n))));
  const end = ({ inf, at }: End): End => ({ inf, at: years(at) });
  return { ...range, lo: end(range.lo), hi: end(range.hi) };
}

/** One of some words; of an open fact only what it can never be is settled. */
export function wordTruth(l: RangeLowering, fact: Id, words: readonly string[]): Kleene {
  const def = l.points.doc.facts.find((each) => each.id === fact);
  const known = l.points.slots.word(fact, words, l.points.spoken(fact));
  if (known.k !== 'word') throw new NotLowerable('not one slot');
  const may = def?.domain?.values?.map((v) => v.id) ?? (def?.type === 'enum' ? words : ['true', 'false']);
  return unlessOpen(
    known,
    l.isOpen(known.at),
    may.some((word) => words.includes(word)),
  );
}

/** A condition read from one slot: given, or held true of a record of a list. */
export function slotTruth(l: RangeLowering, p: Extract<Pred, { k: 'exists' | 'provided' }>): Kleene {
  const known = l.points.truth(p);
  if (known.k !== 'word') throw new NotLowerable('not one slot');
  return unlessOpen(known, l.isOpen(known.at), true);
}

function unlessOpen(known: Bool, open: Bool, mayBe: boolean): Kleene {
  const { yes, no } = certain(known);
  return { yes: all([not(open), yes]), no: mayBe ? all([not(open), no]) : any([open, no]) };
}
