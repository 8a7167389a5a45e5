import type { RouteResult, TierResult, Truth } from '../evaluate/decision.ts';
import { openFacts } from '../evaluate/open-facts.ts';
import type { Reference } from '../evaluate/reference.ts';
import { and, not, or } from '../evaluate/truth.ts';
import { compareVals, point, toRange, type Val } from '../evaluate/value.ts';
import { num } from '../number/rational.ts';
import type { Bound, Id, PolicyDoc, Route, Score, Tier } from '../policy/document.ts';
import { factsOfTier, walkNode } from '../policy/walk.ts';

type Scored = Extract<Route, { k: 'scored' }>;

/** `value` against a bound with its own closedness. */
export const meets = (value: Val, b: Bound): Truth =>
  b.ge !== undefined ? compareVals(value, 'ge', point(num(b.ge))) : compareVals(value, 'gt', point(num(b.gt ?? '0')));

// Documents never change, so the lines of a table are looked for once for all firms.
const lines = new WeakMap<Score, ReadonlyMap<Id, Score>>();

/** The indicator of that id inside a score tree, the last where there are several. */
export function findIndicator(score: Score, id: Id): Score | undefined {
  const found = lines.get(score) ?? linesBelow(score);
  lines.set(score, found);
  return found.get(id);
}

function linesBelow(score: Score): ReadonlyMap<Id, Score> {
  const found = new Map<Id, Score>();
  walkNode(score, '', (node) => {
    if (node.k === 'indicator' && node.id !== undefined) found.set(node.id, node);
  });
  return found;
}

/** Whether a scored route passes: the total and every sub-floor (单项底线). */
export function scoredOutcome(r: Reference, route: Scored): Truth {
  const floors = (route.floors ?? []).map((f) => {
    const indicator = findIndicator(route.score, f.indicator);
    return indicator ? meets(r.number(indicator), f) : 'no';
  });
  return and([meets(r.number(route.score), route.pass), ...floors]);
}

export const routeOutcome = (r: Reference, route: Route): Truth =>
  route.k === 'scored' ? scoredOutcome(r, route) : r.truth(route.when);

function decideRoute(r: Reference, route: Route): RouteResult {
  const outcome = routeOutcome(r, route);
  return route.k === 'scored'
    ? { route: route.id, outcome, points: toRange(r.number(route.score)) }
    : { route: route.id, outcome };
}

/** Decides one rung: every gate, no veto, any route (门槛、一票否决、路径). */
export const decideTier = (r: Reference, tier: Tier): TierResult =>
  r.memos.tiers.find(tier) ?? r.memos.tiers.keep(tier, decideAnew(r, tier));

function decideAnew(r: Reference, tier: Tier): TierResult {
  const gates = tier.gates.map((g) => ({ node: g.when, t: r.truth(g.when) }));
  const vetoes = tier.vetoes.map((x) => ({ node: x.when, t: not(r.truth(x.when)) }));
  const routes = tier.routes.map((route) => decideRoute(r, route));
  const anyRoute = or(routes.map((x) => x.outcome));
  const outcome = and([...gates.map((g) => g.t), ...vetoes.map((x) => x.t), anyRoute]);
  const open =
    outcome === 'undetermined' ? [...gates, ...vetoes].filter((c) => c.t === 'undetermined').map((c) => c.node) : [];
  const openRoutes =
    outcome === 'undetermined' && anyRoute === 'undetermined'
      ? tier.routes
          .filter((_, i) => routes[i]?.outcome === 'undetermined')
          .map((x) => (x.k === 'scored' ? x.score : x.when))
      : [];
  const held = outcome === 'yes' ? routes.find((x) => x.outcome === 'yes')?.route : undefined;
  return {
    tier: tier.id,
    outcome,
    ...(held === undefined ? {} : { route: held }),
    routes,
    needs: unique([...open, ...openRoutes].flatMap((n) => openFacts(r, n))),
    assumed: factsOfTier(tier).filter((id) => r.firm.isAssumed(id)),
    tainted: isTainted(r.doc, [tier.id, ...[...tier.gates, ...tier.vetoes, ...tier.routes].map((x) => x.id)]),
  };
}

/** Whether an untranslatable clause that nobody has accepted touches one of the ids. */
export const isTainted = (doc: PolicyDoc, ids: readonly Id[]): boolean =>
  (doc.untranslatable ?? []).some((u) => u.accepted === undefined && u.taints.some((id) => ids.includes(id)));

const unique = (ids: readonly Id[]): readonly Id[] => [...new Set(ids)];
