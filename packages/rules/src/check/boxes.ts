import { not } from '../evaluate/truth.ts';
import type { Id, PolicyDoc, Pred, Route } from '../policy/document.ts';
import { wordsOf } from '../policy/read-value.ts';
import { findIndicator } from '../tiers/decide-tier.ts';
import { intersect, meeting } from './interval.ts';
import type { Quantities } from './quantity.ts';
import { joinSlots, nameOf, outside, type Slot } from './slots.ts';

/** Conditions that hold together: one slot per quantity, answer or other condition. */
export type Box = ReadonlyMap<string, Slot>;

/** A condition, or a way into a tier, that is to hold or not to hold. */
export interface Goal {
  readonly node: Pred | Route;
  readonly want: boolean;
}

/** Ways to meet conditions kept at once; beyond it nothing is concluded. */
const MOST = 240;

const EMPTY: Box = new Map();

/**
 * Every way in which conditions can hold together, as far as one quantity or one answer at a time tells. An empty list is
 * a proof that no firm meets them; undefined where there are too many ways to look at.
 *
 * INVARIANT (no box, no firm): where the list is empty, no firm meets all of the goals.
 */
export function boxesOf(s: { readonly doc: PolicyDoc; readonly quantities: Quantities }, goals: readonly Goal[]) {
  return new Boxes(s.doc, s.quantities).all([EMPTY], goals);
}

class Boxes {
  readonly #doc: PolicyDoc;
  readonly #quantities: Quantities;

  constructor(doc: PolicyDoc, quantities: Quantities) {
    this.#doc = doc;
    this.#quantities = quantities;
  }

  all(start: readonly Box[], goals: readonly Goal[]): readonly Box[] | undefined {
    let boxes: readonly Box[] | undefined = start;
    for (const goal of goals) {
      boxes = boxes && this.#one(boxes, goal);
      if (!boxes || boxes.length > MOST) return undefined;
    }
    return boxes;
  }

  #any(start: readonly Box[], goals: readonly Goal[]): readonly Box[] | undefined {
    const found: Box[] = [];
    for (const goal of goals) {
      const boxes = this.#one(start, goal);
      if (!boxes || found.length + boxes.length > MOST) return undefined;
      found.push(...boxes);
    }
    return found;
  }

  #one(start: readonly Box[], { node, want }: Goal): readonly Box[] | undefined {
    switch (node.k) {
      case 'direct':
      case 'criteria':
      case 'negotiated':
        return this.#one(start, { node: node.when, want });
      case 'scored':
        return this.#several(start, scoredParts(node), want);
      case 'all':
        return this.#several(start, node.of, want);
      case 'any':
        return this.#several(start, node.of, !want, want);
      case 'not':
        return this.#one(start, { node: node.of, want: !want });
      case 'atLeast':
        return this.#atLeast(start, node, want);
      default:
        return this.#leaf(start, node, want);
    }
  }

  /** All of them as wanted, or (where `together` is false) any one of them. */
  #several(start: readonly Box[], of: readonly Pred[], together: boolean, want = together): readonly Box[] | undefined {
    const goals = of.map((node): Goal => ({ node, want }));
    return together ? this.all(start, goals) : this.#any(start, goals);
  }

  #atLeast(start: readonly Box[], node: Extract<Pred, { k: 'atLeast' }>, want: boolean): readonly Box[] | undefined {
    const size = want ? node.n : node.of.length - node.n + 1;
    if (size <= 0) return start;
    if (size > node.of.length) return [];
    if (node.of.length > 8) return this.#leaf(start, node, want);
    const found: Box[] = [];
    for (const choice of choices(node.of, size)) {
      const boxes = this.all(
        start,
        choice.map((x) => ({ node: x, want })),
      );
      if (!boxes || found.length + boxes.length > MOST) return undefined;
      found.push(...boxes);
    }
    return found;
  }

  #leaf(start: readonly Box[], node: Pred, want: boolean): readonly Box[] {
    const known = this.#quantities.open.truth(node);
    if (known !== 'undetermined') return (want ? known : not(known)) === 'yes' ? start : [];
    const slot = this.#slotOf(node, want);
    const key = nameOf(slot);
    return start.flatMap((box) => {
      const joined = joinSlots(box.get(key), slot);
      return joined ? [new Map([...box, [key, joined]])] : [];
    });
  }

  #slotOf(node: Pred, want: boolean): Slot {
    if (node.k === 'cmp') {
      const { q, op, bound } = this.#quantities.compared(node);
      const inside = intersect(meeting(op, bound), [q.bounds], q.whole);
      // A comparison with something that does not apply does not hold.
      if (want) return { kind: 'figure', q, set: inside, na: false };
      return { kind: 'figure', q, set: intersect(outside(inside), [q.bounds], q.whole), na: q.mayNotApply };
    }
    if (node.k === 'in') return this.#words(node.fact, node.values, want);
    if (node.k === 'judgement') return this.#words(node.id ?? '', ['true'], want);
    return { kind: 'other', node, want };
  }

  #words(fact: Id, values: readonly string[], want: boolean): Slot {
    const def = this.#doc.facts.find((f) => f.id === fact);
    const universe = def ? wordsOf(def) : ['true', 'false'];
    const left = want ? values : universe?.filter((word) => !values.includes(word));
    const inside = want && universe ? values.filter((word) => universe.includes(word)) : left;
    return {
      kind: 'word',
      fact,
      ...(inside === undefined ? {} : { words: inside }),
      not: want ? [] : values,
      na: !want,
    };
  }
}

type Scored = Extract<Route, { k: 'scored' }>;

/** A way into a tier as one condition. */
export const routePred = (route: Route): Pred =>
  route.k === 'scored' ? { k: 'all', of: scoredParts(route) } : route.when;

/** The pass mark and every sub-floor of a scored route as comparisons. */
function scoredParts(route: Scored): readonly Pred[] {
  const had = parts.get(route);
  if (had) return had;
  const made: readonly Pred[] = [
    bound(route.score, route.pass),
    ...(route.floors ?? []).flatMap((floor) => {
      const indicator = findIndicator(route.score, floor.indicator);
      return indicator ? [bound(indicator, floor)] : [];
    }),
  ];
  parts.set(route, made);
  return made;
}
const parts = new WeakMap<Scored, readonly Pred[]>();
const bound = (a: Scored['score'], b: { readonly ge?: string; readonly gt?: string }): Pred => ({
  k: 'cmp',
  op: b.ge === undefined ? 'gt' : 'ge',
  a,
  b: { k: 'lit', value: b.ge ?? b.gt ?? '0', unit: 'points' },
});

function* choices<T>(of: readonly T[], size: number, at = 0): Generator<readonly T[]> {
  if (size === 0) yield [];
  else
    for (let i = at; i + size <= of.length; i++)
      for (const rest of choices(of, size - 1, i + 1)) yield [of[i] as T, ...rest];
}
