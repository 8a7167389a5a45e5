import type { TierResult } from '../evaluate/decision.ts';
import { openFacts } from '../evaluate/open-facts.ts';
import { and, or } from '../evaluate/truth.ts';
import { toRange } from '../evaluate/value.ts';
import { formatNum } from '../number/rational.ts';
import type { Bound, Expr, Gate, Pred, Route, Tier, Veto } from '../policy/document.ts';
import { factsOfTier, factsUsed } from '../policy/walk.ts';
import { findIndicator, routeOutcome } from '../tiers/decide-tier.ts';
import {
  alone,
  below,
  type Draft,
  draftOf,
  grow,
  markDecisive,
  openYears,
  type Place,
  tell,
  verdictOf,
} from './draft.ts';
import { compareInto } from './explain-pred.ts';
import { explainRule } from './explain-rule.ts';
import { fullMarks } from './full-marks.ts';
import type { Case } from './margin.ts';
import { onceExplained } from './once-explained.ts';

type Scored = Extract<Route, { k: 'scored' }>;

/** Explains one rung (梯队): its gates, vetoes and ways in. */
export const explainTier = (c: Case, tier: Tier, result: TierResult, at: Place): Draft =>
  onceExplained(c, tier, at, () => tierNode(c, tier, result, at));

function tierNode(c: Case, tier: Tier, { outcome, needs }: TierResult, at: Place): Draft {
  const d = draftOf(c, at, { kind: 'tier', node: tier, facts: factsOfTier(tier), needs });
  const place = { ...at, cite: d.cite };
  d.verdict = verdictOf(c, outcome, needs, false);
  tell(d, `tier.${d.verdict}`);
  grow(c, d, () => partsOf(c, tier, place));
  return d;
}

function partsOf(c: Case, tier: Tier, place: Place): readonly Draft[] {
  const gates = tier.gates.map((gate, i) => explainCondition(c, 'gate', gate, below(place, `gates.${i}`)));
  const vetoes = tier.vetoes.map((veto, i) => explainCondition(c, 'veto', veto, below(place, `vetoes.${i}`)));
  const routes = tier.routes.map((route, i) => explainRoute(c, route, below(place, `routes.${i}`)));
  const kids = [...gates, ...vetoes, ...routes];
  const many = gates.length + vetoes.length;
  markDecisive(kids, (truths) => and([...truths.slice(0, many), or(truths.slice(many))]));
  return kids;
}

const rootOf = (route: Route): Expr | Pred => (route.k === 'scored' ? route.score : route.when);

/** A gate, or a veto, whose condition is read the other way round. */
const explainCondition = (c: Case, kind: 'gate' | 'veto', node: Gate | Veto, at: Place): Draft =>
  onceExplained(c, node, at, () => conditionNode(c, kind, node, at));

function conditionNode(c: Case, kind: 'gate' | 'veto', node: Gate | Veto, at: Place): Draft {
  const needs = openFacts(c.r, node.when);
  const d = draftOf(c, at, { kind, node, facts: factsUsed(node.when), needs });
  d.verdict = verdictOf(c, c.r.truth(node.when), needs, kind === 'veto');
  tell(d, `${kind}.${d.verdict}`, openYears(c, node.when, needs));
  const inside = { ...below(at, 'when', d.cite), flipped: kind === 'veto' };
  grow(c, d, () => alone(explainRule(c, node.when, inside)));
  return d;
}

/** One way in (认定路径). */
const explainRoute = (c: Case, route: Route, at: Place): Draft =>
  onceExplained(c, route, at, () => routeNode(c, route, at));

function routeNode(c: Case, route: Route, at: Place): Draft {
  const root = rootOf(route);
  const truth = routeOutcome(c.r, route);
  const needs = truth === 'undetermined' ? openFacts(c.r, root) : [];
  const d = draftOf(c, at, { kind: 'route', node: route, facts: factsUsed(root), needs });
  d.verdict = verdictOf(c, truth, needs, false);
  tell(d, `route.${d.verdict}`, truth === 'undetermined' ? openYears(c, root, needs) : {});
  const place = { ...at, cite: d.cite };
  if (route.k === 'scored') addScore(c, route, d, place);
  else grow(c, d, () => alone(explainRule(c, route.when, below(place, 'when'))));
  return d;
}

function addScore(c: Case, route: Scored, d: Draft, at: Place): void {
  const pass = lineNode(c, 'pass', route.score, route.pass, below(at, 'pass'), `${at.path}.score`);
  const full = fullMarks(route.score);
  d.points = toRange(c.r.number(route.score));
  if (full) d.full = formatNum(full);
  tell(d, `route.scored.${d.verdict}`);
  Object.assign(d, {
    threshold: pass.threshold,
    op: pass.op,
    ...(pass.up ? { up: pass.up } : {}),
    ...(pass.down ? { down: pass.down } : {}),
  });
  grow(c, d, () => {
    const lines = [pass, ...floorNodes(c, route, at)];
    markDecisive(lines, and);
    return [...lines, explainRule(c, route.score, below(at, 'score'))];
  });
}

const floorNodes = (c: Case, route: Scored, at: Place): readonly Draft[] =>
  (route.floors ?? []).flatMap((floor, i) => {
    const indicator = findIndicator(route.score, floor.indicator);
    return indicator ? [lineNode(c, 'floor', indicator, floor, below(at, `floors.${i}`), floor.indicator)] : [];
  });

/** The pass line or a sub-floor (合格线、单项底线): points against a bound. */
function lineNode(c: Case, kind: 'pass' | 'floor', score: Expr, bound: Bound, at: Place, of: string): Draft {
  const op = bound.ge !== undefined ? 'ge' : 'gt';
  const goal = { k: 'cmp', op, a: score, b: { k: 'lit', value: bound.ge ?? bound.gt, unit: 'points' } } as const;
  const truth = c.r.truth(goal);
  const needs = openFacts(c.r, goal);
  const d = draftOf(c, at, { kind, facts: factsUsed(score), needs });
  d.verdict = verdictOf(c, truth, needs, false);
  d.op = op;
  tell(d, `cmp.${d.verdict}`, { [kind]: of, ...(truth === 'undetermined' ? openYears(c, score, needs) : {}) });
  compareInto(c, goal, d);
  return d;
}
