import { dayOf } from '../../date/day.ts';
import { asOf } from '../../policy/dates-of.ts';
import type { Expr, Id, PolicyDoc, Pred } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { walkDoc } from '../../policy/walk.ts';
import { type Bool, GIVEN_UP, type SlotPlan, type Step } from './ir.ts';
import { isConst, tempAt } from './ir-int.ts';
import { lowerNumber } from './lower-number.ts';
import { lowerTruth } from './lower-truth.ts';
import { countLeaves, joined, type Value } from './lower-value.ts';
import type { Lowering } from './lowering.ts';
import { slotTable } from './slot-table.ts';

/** A number with more branches than this is worked out once and named. */
const MOST_BRANCHES = 4;

export function startLowering(doc: PolicyDoc, dates: Dates, slots: readonly SlotPlan[] = []): Lowering {
  const numbers = new Map<Expr, Value>();
  const truths = new Map<Pred, Bool>();
  const words = wordsSpoken(doc);
  const self: Lowering = {
    ...stepList(),
    doc,
    asOfDay: dayOf(asOf(doc, dates)),
    slots: slotTable(doc, slots),
    number: (e) => {
      const made = numbers.get(e) ?? lowerNumber(self, e);
      const kept = countLeaves(made) > MOST_BRANCHES && isUnrooted(made) ? joined(made, self.keep) : made;
      numbers.set(e, kept);
      return kept;
    },
    truth: (p) => {
      const made = truths.get(p) ?? lowerTruth(self, p);
      truths.set(p, made);
      return made;
    },
    spoken: (fact) => words.get(fact) ?? [],
    named: (e) => {
      const value = joined(self.number(e), self.keep);
      numbers.set(e, value);
      return value;
    },
  };
  return self;
}

/** The steps so far and the places of their results. */
function stepList(): Pick<Lowering, 'keep' | 'keepBool' | 'store' | 'reserve' | 'takeSteps' | 'size'> {
  let steps: Step[] = [];
  let size = GIVEN_UP + 1;
  const append = (of: Step['of']): number => {
    steps.push({ at: size, of });
    return size++;
  };
  return {
    keep: (x) => {
      if (isConst(x) || x.k === 'slot' || x.k === 'temp') return x;
      return tempAt(x, append({ int: x }));
    },
    keepBool: (x) => (x.k === 'const' || x.k === 'temp' ? x : { k: 'temp', at: append({ bool: x }) }),
    store: (at, of) => void steps.push({ at, of }),
    reserve: (count) => {
      size += count;
      return size - count;
    },
    takeSteps: () => {
      const taken = steps;
      steps = [];
      return taken;
    },
    size: () => size,
  };
}

const isUnrooted = (v: Value): boolean =>
  v.k === 'leaf' ? v.root === 1 : v.k === 'split' ? isUnrooted(v.then) && isUnrooted(v.else) : true;

function wordsSpoken(doc: PolicyDoc): ReadonlyMap<Id, readonly string[]> {
  const words = new Map<Id, string[]>();
  const put = (fact: Id, spoken: readonly string[]): void => {
    const list = words.get(fact) ?? [];
    words.set(fact, [...list, ...spoken.filter((w) => !list.includes(w))]);
  };
  walkDoc(doc, (node) => {
    if (node.k === 'in') put(node.fact, [...new Set(node.values)]);
    if (node.k === 'judgement') put(node.id ?? '', ['true']);
  });
  return words;
}
