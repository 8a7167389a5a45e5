import type { FactDef, Id, PolicyDoc, Pred, Unit } from '../../policy/document.ts';
import { type Bool, type Int, NotLowerable, type SlotPlan, type SpanHow } from './ir.ts';
import { constant } from './ir-int.ts';
import { type Leaf, leaf } from './lower-value.ts';

/** Collects the slots a program reads, each once. */
export interface SlotTable {
  readonly plans: readonly SlotPlan[];
  /** A number as a fraction under its fixed power of ten. */
  number(fact: Id, back: number): Leaf;
  /** The fact is one of these words. */
  word(fact: Id, words: readonly string[], spoken: readonly string[]): Bool;
  provided(fact: Id): Bool;
  exists(node: Extract<Pred, { k: 'exists' }>): Bool;
  span(from: Id, to: Id | undefined, how: SpanHow): Int;
}

/** `given` are slots another program of the same policy reads; they keep their places. */
export function slotTable(doc: PolicyDoc, given: readonly SlotPlan[] = []): SlotTable {
  const defs = new Map(doc.facts.map((d) => [d.id, d]));
  const plans: SlotPlan[] = [...given];
  const seen = new Map(given.map((plan, i) => [keyOf(plan), i]));
  const slot = (plan: SlotPlan): number => {
    const key = keyOf(plan);
    const had = seen.get(key);
    if (had !== undefined) return had;
    seen.set(key, plans.length);
    return plans.push(plan) - 1;
  };
  const isOne = (at: number): Bool => ({ k: 'word', at, codes: [1], all: [0, 1] });
  return {
    plans,
    number: (fact, years) => {
      const def = defs.get(fact);
      const back = def?.type === 'series' ? years : 0;
      const { places, lo, hi } = shapeOf(def);
      const at = slot({ k: 'number', fact, back, places, lo, hi });
      return leaf({ k: 'slot', at, lo, hi, na: true, open: false, err: 0 }, constant(10 ** places));
    },
    word: (fact, words, spoken) => {
      const at = slot({ k: 'word', fact, words: spoken });
      const codes = [...new Set(words.map((w) => spoken.indexOf(w) + 1))];
      return { k: 'word', at, codes, all: [-1, 0, ...spoken.map((_, i) => i + 1)] };
    },
    provided: (fact) => isOne(slot({ k: 'provided', fact })),
    exists: (node) => isOne(slot({ k: 'exists', node })),
    span: (from, to, how) => {
      for (const id of to === undefined ? [from] : [from, to])
        if (defs.get(id)?.type !== 'date') throw new NotLowerable(`${id} is not a date`);
      const at = slot({ k: 'span', from, ...(to === undefined ? {} : { to }), how });
      return { k: 'slot', at, lo: -MOST_DAYS, hi: MOST_DAYS, na: true, open: false, err: 0 };
    },
  };
}

/** What tells one slot from another. */
function keyOf(plan: SlotPlan): string {
  switch (plan.k) {
    case 'number':
      return `number ${plan.back} ${plan.fact}`;
    case 'span':
      return `span ${plan.how} ${plan.from} ${plan.to ?? ''}`;
    case 'exists':
      return `exists ${JSON.stringify(plan.node)}`;
    default:
      return `${plan.k} ${plan.fact}`;
  }
}

/** More days than lie between the years 0000 and 9999. */
const MOST_DAYS = 4e6;
/**
 * Bounds up to which slots take part in the fast path: 1000 亿元 in 分, ten million people, 10 000 as a ratio with six
 * decimals. They are chosen so that a figure times the whole numbers of an ordinary threshold stays below 2⁵³.
 */
const MOST_FEN = 1e13;
const MOST_PEOPLE = 1e7;
const MOST_RATIO = 1e10;

interface Shape {
  readonly places: number;
  readonly lo: number;
  readonly hi: number;
}

function shapeOf(def: FactDef | undefined): Shape {
  const [places, most] = sizeOf(def);
  const lo = def?.domain?.min !== undefined && /^\d+$/.test(def.domain.min) ? 0 : -most;
  return { places, lo, hi: most };
}

function sizeOf(def: FactDef | undefined): readonly [places: number, most: number] {
  switch (def?.type) {
    case 'int':
      return [0, MOST_PEOPLE];
    case 'money':
      return [2, MOST_FEN];
    case 'bool':
      return [0, 1];
    case 'date':
      return [0, MOST_DAYS];
    case 'series':
      return seriesSize(def.unit);
    default:
      return [6, MOST_RATIO];
  }
}

/** Average headcounts have decimals, so people by year get two places as money does. */
function seriesSize(unit: Unit | undefined): readonly [places: number, most: number] {
  if (unit === 'ratio' || unit === 'none') return [6, MOST_RATIO];
  return unit === 'people' || unit === 'count' ? [2, 100 * MOST_PEOPLE] : [2, MOST_FEN];
}
