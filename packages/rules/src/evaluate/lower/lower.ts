import type { PolicyDoc, Route, Tier } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { findIndicator } from '../../tiers/decide-tier.ts';
import type { AwardPlan, Bool, Int, Layout, Lowered, Step, TierPlan } from './ir.ts';
import { all, any, NO, not } from './ir-bool.ts';
import { isConst, tempAt } from './ir-int.ts';
import { awardPlan, lowerAwards } from './lower-award.ts';
import { inRow } from './lower-compare.ts';
import { joined, type Leaf } from './lower-value.ts';
import type { Lowering } from './lowering.ts';
import { startLowering } from './start-lowering.ts';

type Scored = Extract<Route, { k: 'scored' }>;

/**
 * Lowers a policy on one day to whole-number steps over numbered slots. Dates, parameters and figures are known here
 * and vanish into constants. Throws `NotLowerable` where only the reference is exact, `ParamNotInForce` as it does.
 */
export function lower(doc: PolicyDoc, dates: Dates): Lowered {
  const l = startLowering(doc, dates);
  const layout = layoutOf(l);
  const holds = new Map<string, Bool>();
  let scored = 0;
  const routes = doc.tiers.map((tier, t) => {
    const outcomes = tier.routes.map((r) => routeOf(l, r, layout, () => scored++));
    const at = layout.tiers + t;
    l.store(at, { bool: tierOf(l, tier, outcomes) });
    if (!holds.has(tier.id)) holds.set(tier.id, { k: 'temp', at });
    return outcomes;
  });
  const money = lowerAwards(l, (id) => holds.get(id) ?? NO);
  money.final.forEach((a, i) => l.store(layout.awards + i, { int: a.amount }));
  money.claims.forEach((claim, i) => l.store(layout.claims + i, { int: claim }));
  const core = l.takeSteps();
  const put = (of: Step['of']): number => {
    const at = l.reserve(1);
    l.store(at, of);
    return at;
  };
  const tiers = routes.map((outcomes): TierPlan => ({ routes: outcomes.map((bool) => put({ bool })) }));
  const awards = money.alone.flatMap((a, i): AwardPlan[] => {
    const stacked = money.final[i];
    return stacked ? [awardPlan(l, a, stacked)] : [];
  });
  const total = put({ int: money.total() });
  const detail = l.takeSteps();
  return { slots: l.slots.plans, core, detail, layout, size: l.size(), tiers, awards, total };
}

/** Scored routes of a document in order: the order of the points in an outcome. */
export const scoredRoutes = (doc: PolicyDoc): readonly Scored[] =>
  doc.tiers.flatMap((t) => t.routes.filter((r): r is Scored => r.k === 'scored'));

function layoutOf(l: Lowering): Layout {
  const { doc } = l;
  const scored = scoredRoutes(doc).length;
  const tiers = l.reserve(doc.tiers.length);
  const points = l.reserve(scored);
  const scales = l.reserve(scored);
  const awards = l.reserve(doc.awards.length);
  const claims = l.reserve(doc.pools.length);
  return { tiers, points, scales, awards, claims, end: l.reserve(0) };
}

function tierOf(l: Lowering, tier: Tier, routes: readonly Bool[]): Bool {
  const gates = tier.gates.map((g) => l.truth(g.when));
  const vetoes = tier.vetoes.map((x) => not(l.truth(x.when)));
  return all([...gates, ...vetoes, any(routes)]);
}

function routeOf(l: Lowering, route: Route, layout: Layout, next: () => number): Bool {
  if (route.k !== 'scored') return l.truth(route.when);
  const floors = (route.floors ?? []).map((floor) => {
    const indicator = findIndicator(route.score, floor.indicator);
    return indicator ? inRow(l.named(indicator), floor) : NO;
  });
  return all([inRow(pointsOf(l, route, layout, next()), route.pass), ...floors]);
}

/** Stores the points of a route in the outcome, where later steps read them. */
function pointsOf(l: Lowering, route: Scored, layout: Layout, i: number): Leaf {
  const put =
    (at: number) =>
    (x: Int): Int => {
      l.store(at, { int: x });
      return isConst(x) ? x : tempAt(x, at);
    };
  return joined(l.number(route.score), put(layout.points + i), put(layout.scales + i));
}
