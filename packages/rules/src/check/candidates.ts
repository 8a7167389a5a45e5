import { waysToRaise } from '../advise/raise-score.ts';
import { openState, type State } from '../advise/state.ts';
import { waysTo } from '../advise/ways-to.ts';
import { add, divide, fromInt, isFiniteRational, ONE, type Rational, subtract } from '../number/rational.ts';
import type { FactState, Facts } from '../policy/facts.ts';
import { contains, firstWhole, type Interval, lastWhole } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { type At, realise, reopen } from './realise.ts';
import type { Slot } from './slots.ts';

export const stateOf = (at: At): State => openState(at.r.doc, at.dates, at.facts);

/** Firms that may meet a slot, made from a given one; most likely ones first. */
export function* candidates(at: At, slot: Slot): Generator<Facts> {
  if (slot.kind === 'word') yield* wordsFor(at, slot);
  else if (slot.kind === 'other') yield* answersFor(at, slot);
  else {
    for (const value of picks(slot)) {
      yield* realise(at, slot.q.expr, slot.q.less ? add(value, at.r.number(slot.q.less).lo) : value);
    }
    if (slot.q.unit === 'points') yield* raised(at, slot);
  }
}

function* wordsFor(at: At, slot: Extract<Slot, { kind: 'word' }>): Generator<Facts> {
  const def = at.r.firm.def(slot.fact);
  const isWord = def?.type === 'enum';
  const words = slot.words ?? ['none'];
  for (const word of words) yield { ...at.facts, [slot.fact]: { known: isWord ? word : word === 'true' } };
  if (slot.na) yield { ...at.facts, [slot.fact]: { state: 'notApplicable' } };
}

function* answersFor(at: At, slot: Extract<Slot, { kind: 'other' }>): Generator<Facts> {
  const { node, want } = slot;
  if (node.k === 'provided') {
    const absent: FactState = { state: 'notApplicable' };
    const given = at.r.doc.facts.find((f) => f.id === node.fact)?.type;
    yield { ...at.facts, [node.fact]: want ? { known: given === 'bool' ? true : '1' } : absent };
  }
  if (node.k === 'exists' && !want) yield { ...at.facts, [node.list]: { known: [] } };
  // A list nobody has told of can be given as asked; one that is known changes only where the firm can change it.
  if (node.k === 'exists' && want) {
    const open = reopen(at, { ...at.facts, [node.list]: { state: 'unknown' } });
    for (const way of waysTo(stateOf(open), node, true)) yield way.c.facts;
  }
}

/** A score raised step by step. */
function* raised(at: At, slot: Extract<Slot, { kind: 'figure' }>): Generator<Facts> {
  for (const way of waysToRaise(stateOf(at), slot.q.expr).slice(0, 12)) yield way.c.facts;
}

/** Values of a set worth trying: its ends, values just inside, one in the middle. */
export function picks({ q, set }: { readonly q: Quantity; readonly set: readonly Interval[] }): readonly Rational[] {
  return set.flatMap((x) => (q.whole ? wholePicks(x) : densePicks(x, q)));
}

function wholePicks(x: Interval): readonly Rational[] {
  if (isFiniteRational(x.lo)) {
    const first = firstWhole(x);
    return [first, add(first, ONE)].filter((v) => contains(x, v));
  }
  return [isFiniteRational(x.hi) ? lastWhole(x) : fromInt(0)];
}

function densePicks(x: Interval, q: Quantity): readonly Rational[] {
  const [low, high] = [isFiniteRational(x.lo), isFiniteRational(x.hi)];
  const step = stepBeside(q);
  // A figure well past an open end reads better than one that is a hair past it.
  const past = low && !high && x.loOpen ? [add(x.lo, divide(x.lo, fromInt(10)))] : [];
  const ends = [
    ...past,
    ...(low ? [x.lo, add(x.lo, step)] : []),
    ...(low && high ? [divide(add(x.lo, x.hi), fromInt(2))] : []),
    ...(high ? [x.hi, subtract(x.hi, step)] : []),
  ].filter((v) => contains(x, v));
  return ends.length > 0 || low || high ? ends : [fromInt(0)];
}

/** A small step beside an edge: 1 分, one part in ten thousand of a rate, a tenth of a point. */
export function stepBeside(q: Quantity): Rational {
  if (q.unit === 'CNY' || q.unit === 'USD') return { n: 1n, d: 100n };
  if (q.unit === 'points') return { n: 1n, d: 10n };
  return q.whole ? ONE : { n: 1n, d: 10_000n };
}
