import type { Expr, Id, PolicyDoc, Pred, Route, Tier } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { findIndicator } from '../../tiers/decide-tier.ts';
import { NO_TIER } from '../columns/column-results.ts';
import { NotLowerable, type SlotPlan, type Step } from '../lower/ir.ts';
import { NO } from '../lower/ir-bool.ts';
import { constant, pick } from '../lower/ir-int.ts';
import { startLowering } from '../lower/start-lowering.ts';
import { all, any, certain, compareRanges, type Kleene, NEVER, not } from './kleene.ts';
import { factRange } from './open-slot.ts';
import { rangeAwards } from './range-award.ts';
import { naming, opener, type RangeLowering } from './range-lowering.ts';
import { inFen } from './range-money.ts';
import { numberRange } from './range-number.ts';
import { type RangePlaces, rangeStore } from './range-store.ts';
import { openTruth } from './range-truth.ts';
import { type Ranged, rangeOfValue, textRange } from './ranged.ts';
import { shareSteps } from './share-steps.ts';

/** Slots a program reads, and which of them are open for some firm: whether they are stands `slots` places further on. */
export interface OpenSlots {
  readonly slots: readonly SlotPlan[];
  readonly isOpen: readonly boolean[];
}

/** A policy lowered for firms with open facts: where each part of their results stands. */
export interface LoweredRanges {
  readonly steps: readonly Step[];
  readonly best: number;
  readonly tiers: readonly number[];
  readonly points: readonly RangePlaces[];
  readonly awards: readonly RangePlaces[];
  readonly claims: readonly RangePlaces[];
  readonly total: RangePlaces;
}

/**
 * Lowers a policy on one day to the bounds that the reference gives for partial facts, for one set of slots that are open
 * for some firm. Whatever reads none of them is lowered as for settled firms. Throws `NotLowerable`.
 */
export function lowerRanges(doc: PolicyDoc, dates: Dates, open: OpenSlots): LoweredRanges {
  const l = startRanges(doc, dates, open);
  const store = rangeStore(l.points);
  const points: RangePlaces[] = [];
  const tiers = doc.tiers.map((tier) => l.namedTruth(tierTruth(l, tier, (score) => points.push(store.range(score)))));
  const outcomeOf = (id: Id): Kleene => tiers[doc.tiers.findIndex((t) => t.id === id)] ?? NEVER;
  const money = rangeAwards(l, outcomeOf);
  const codes = tiers.map(({ yes, no }) => store.int(pick(yes, constant(1), pick(no, constant(0), constant(2)))));
  const best = store.int(tiers.reduce((below, { yes }, i) => pick(yes, constant(i), below), constant(NO_TIER)));
  const made = {
    ...{ best, tiers: codes, points },
    awards: money.amounts.map((x) => store.range(inFen(x))),
    claims: money.claims.map((x) => store.range(inFen(x))),
    total: store.range(inFen(money.total)),
  };
  if (l.points.slots.plans.length > open.slots.length) throw new NotLowerable('a slot that settled firms do not read');
  return { steps: shareSteps(l.points.takeSteps(), l.points.size()), ...made };
}

function startRanges(doc: PolicyDoc, dates: Dates, open: OpenSlots): RangeLowering {
  const points = startLowering(doc, dates, open.slots);
  const defs = new Map(doc.facts.map((def) => [def.id, def]));
  const ranges = new Map<Expr, Ranged>();
  const truths = new Map<Pred, Kleene>();
  const names = naming(points);
  const mayBeOpen = opener(openFacts(open));
  const self: RangeLowering = {
    ...names,
    points,
    mayBeOpen,
    isOpen: (slot) => (open.isOpen[slot] ? { k: 'word', at: open.slots.length + slot, codes: [1], all: [0, 1] } : NO),
    fact: (fact, back) => names.named(factRange(self, defs.get(fact), points.slots.number(fact, back))),
    range: (e) => {
      const had = ranges.get(e);
      if (had) return had;
      const made = names.named(mayBeOpen(e) ? numberRange(self, e) : rangeOfValue(points.number(e)));
      ranges.set(e, made);
      return made;
    },
    truth: (p) => {
      const had = truths.get(p);
      if (had) return had;
      const made = mayBeOpen(p) ? names.namedTruth(openTruth(self, p)) : certain(points.keepBool(points.truth(p)));
      truths.set(p, made);
      return made;
    },
  };
  return self;
}

/** Facts that an open slot reads. */
function openFacts({ slots, isOpen }: OpenSlots): ReadonlySet<Id> {
  const read = (plan: SlotPlan): readonly Id[] => {
    if (plan.k === 'exists') return [plan.node.list];
    return plan.k === 'span' ? [plan.from, ...(plan.to === undefined ? [] : [plan.to])] : [plan.fact];
  };
  return new Set(slots.flatMap((plan, i) => (isOpen[i] ? read(plan) : [])));
}

function tierTruth(l: RangeLowering, tier: Tier, onPoints: (points: Ranged) => void): Kleene {
  const routes = tier.routes.map((route) => routeTruth(l, route, onPoints));
  const gates = tier.gates.map((g) => l.truth(g.when));
  const vetoes = tier.vetoes.map((x) => not(l.truth(x.when)));
  return all([...gates, ...vetoes, any(routes)]);
}

function routeTruth(l: RangeLowering, route: Route, onPoints: (points: Ranged) => void): Kleene {
  if (route.k !== 'scored') return l.truth(route.when);
  const score = l.range(route.score);
  onPoints(score);
  const floors = (route.floors ?? []).map((floor) => {
    const indicator = findIndicator(route.score, floor.indicator);
    return indicator ? meets(l.range(indicator), floor) : NEVER;
  });
  return all([meets(score, route.pass), ...floors]);
}

const meets = (value: Ranged, b: { readonly ge?: string; readonly gt?: string }): Kleene =>
  b.ge === undefined ? compareRanges(value, 'gt', textRange(b.gt ?? '0')) : compareRanges(value, 'ge', textRange(b.ge));
