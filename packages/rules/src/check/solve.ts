import { waysTo } from '../advise/ways-to.ts';
import { createReference } from '../evaluate/reference.ts';
import type { Val } from '../evaluate/value.ts';
import { add, fromInt, isFiniteRational, ONE, power, type Rational, subtract } from '../number/rational.ts';
import type { PolicyDoc, Pred, Route } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { routeOutcome } from '../tiers/decide-tier.ts';
import { type Box, boxesOf, type Goal } from './boxes.ts';
import { candidates, stateOf } from './candidates.ts';
import { withWholes } from './firm-values.ts';
import { contains, type Interval } from './interval.ts';
import type { Quantities, Quantity } from './quantity.ts';
import { type At, reopen } from './realise.ts';
import { joinSlots, nameOf, type Slot } from './slots.ts';

/** Where firms are looked for: a document, days, quantities, and a plain firm to start from. */
export interface Search {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly quantities: Quantities;
  readonly plain: Facts;
}

/** A quantity that has to lie in a stretch of its own, besides what the conditions ask. */
export interface Pin {
  readonly q: Quantity;
  readonly set: readonly Interval[];
}

const BOXES_TRIED = 6;
const ROUNDS = 3;

/**
 * A firm that meets all conditions, or undefined where none was found; evaluated before it is given. That none was found
 * proves nothing.
 */
export function findFirm(
  s: Search,
  goals: readonly Goal[],
  pins: readonly Pin[] = [],
  start: Facts = s.plain,
): Facts | undefined {
  const boxes = boxesOf(s, goals) ?? [];
  for (const box of boxes.slice(0, BOXES_TRIED)) {
    const pinned = pins.reduce<Box | undefined>((now, pin) => now && withPin(now, pin), box);
    const at = pinned && fill(openAt(s, start), pinned);
    if (at && meetsAll(at, goals) && pins.every((pin) => isIn(at, pin.q, pin.set))) return tidy(at, goals, pins).facts;
  }
  return undefined;
}

export const openAt = (s: Search, facts: Facts, dates: Dates = s.dates): At => ({
  r: createReference(s.doc, dates, facts),
  dates,
  facts,
});

const isRoute = (node: Goal['node']): node is Route =>
  node.k === 'scored' || node.k === 'direct' || node.k === 'criteria' || node.k === 'negotiated';
const truthOf = (at: At, { node }: Goal): string => (isRoute(node) ? routeOutcome(at.r, node) : at.r.truth(node));
export const meetsAll = (at: At, goals: readonly Goal[]): boolean =>
  goals.every((goal) => truthOf(at, goal) === (goal.want ? 'yes' : 'no'));

function withPin(box: Box, { q, set }: Pin): Box | undefined {
  const slot = joinSlots(box.get(q.key), { kind: 'figure', q, set, na: false });
  return slot && new Map([...box, [q.key, slot]]);
}

/** A firm whose parts are no more than their wholes, where that changes nothing else. */
function tidy(at: At, goals: readonly Goal[], pins: readonly Pin[]): At {
  const tidied = reopen(at, withWholes(at.r.doc, at.facts));
  return meetsAll(tidied, goals) && pins.every((pin) => isIn(tidied, pin.q, pin.set)) ? tidied : at;
}

/** Puts every slot in order, again while one upsets another; scores last, for they rest on the rest. */
export function fill(start: At, box: Box): At | undefined {
  const slots = [...box.values()].sort((a, b) => weight(a) - weight(b));
  let at = start;
  for (let round = 0; round < ROUNDS; round++) {
    let isDone = true;
    for (const slot of slots) {
      if (isMet(at, slot)) continue;
      isDone = false;
      at = firstThat(at, slot) ?? at;
    }
    if (isDone) return at;
  }
  return slots.every((slot) => isMet(at, slot)) ? at : undefined;
}

const weight = (slot: Slot): number =>
  slot.kind === 'word'
    ? 0
    : slot.kind === 'other'
      ? 1
      : slot.q.expr.k === 'growth'
        ? 3
        : slot.q.unit === 'points'
          ? 4
          : 2;

function isMet(at: At, slot: Slot): boolean {
  if (slot.kind === 'other') return at.r.truth(slot.node) === (slot.want ? 'yes' : 'no');
  if (slot.kind === 'figure') return isIn(at, slot.q, slot.set, slot.na);
  const { may, any, na } = at.r.firm.words(slot.fact);
  if (any) return false;
  if (may.length === 0) return na && slot.na;
  return may.every((w) => (slot.words?.includes(w) ?? true) && !slot.not.includes(w));
}

/** Whether a quantity of a firm lies in a set. */
export function isIn(at: At, q: Quantity, set: readonly Interval[], na = false): boolean {
  const value = q.less ? undefined : at.r.number(q.expr);
  if (!value) {
    const [a, b] = [at.r.number(q.expr), at.r.number(q.less ?? q.expr)];
    return a.some && b.some && a.root === 1 && b.root === 1 && set.some((x) => contains(x, subtract(a.lo, b.lo)));
  }
  if (!value.some) return na;
  return set.some((x) => contains(rooted(x, value), value.lo));
}

/** A stretch of rates as a stretch of ratios where the value is a ratio under a root. */
function rooted(x: Interval, v: Val): Interval {
  if (v.root === 1) return x;
  const up = (end: Rational): Rational => {
    if (!isFiniteRational(end)) return end;
    const base = add(ONE, end);
    return base.n < 0n ? fromInt(-1) : power(base, v.root);
  };
  return { ...x, lo: up(x.lo), hi: up(x.hi) };
}

function firstThat(at: At, slot: Slot): At | undefined {
  for (const facts of candidates(at, slot)) {
    const next = reopen(at, facts);
    if (isMet(next, slot)) return next;
  }
  const goal: Pred | undefined = slot.kind === 'other' ? slot.node : undefined;
  const ways = goal ? waysTo(stateOf(at), goal, slot.kind === 'other' && slot.want) : [];
  return ways[0] && reopen(at, ways[0].c.facts);
}

/** One box of two, where both can hold at once. */
export const mergeBoxes = (a: Box, b: Box): Box | undefined =>
  [...b.values()].reduce<Box | undefined>((now, slot) => {
    const joined = now && joinSlots(now.get(nameOf(slot)), slot);
    return joined && new Map([...(now ?? []), [nameOf(slot), joined]]);
  }, a);
