import type { TierResult, Truth } from '../evaluate/decision.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { Cmp } from '../explain/drivers.ts';
import type { Bound, Expr, Id, PolicyDoc, Route, Tier } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { decideTier, findIndicator } from '../tiers/decide-tier.ts';
import { costOf, type Move, movesBetween } from './moves.ts';
import { waysToRaise } from './raise-score.ts';
import { cheapest, openState, type State, withFacts } from './state.ts';
import { waysTo } from './ways-to.ts';

/** A way to a tier that was tried on the whole policy: with these moves the tier holds. */
export interface Path {
  readonly goal: Id;
  readonly moves: readonly Move[];
  /** For ordering only: the sum of the moves' relative costs. */
  readonly cost: number;
  /** The firm and the dates after the moves. */
  readonly facts: Facts;
  readonly dates: Dates;
  readonly result: TierResult;
}

const ROUNDS = 3;

/**
 * The cheapest ways to a tier (达标路径): what a firm can change, wait for or still has to show, worked out for each way
 * in and verified by evaluating the whole policy with the moved facts. Empty where the tier holds already, is not in the
 * policy, or no way was found with facts that can move. An evidence move says what a figure would have to be. Each path
 * asks for something the cheaper ones do not.
 *
 * @example pathsTo(doc, dates, short, 'tech-sme')[0]?.moves[0] // { kind: 'change', fact: 'scienceStaff', … }
 */
export function pathsTo(
  doc: PolicyDoc,
  dates: Dates,
  facts: Facts,
  goal: Id,
  options: { readonly max?: number } = {},
): readonly Path[] {
  const tier = doc.tiers.find((t) => t.id === goal);
  const start = openState(doc, dates, facts);
  if (!tier || outcomeOf(start, tier) === 'yes') return [];
  const ends = tier.routes.flatMap((route) => waysIn(start, tier, route));
  const paths = ends.map((end) => withoutIdleMoves(start, end, tier)).map((end) => verified(start, end, goal));
  const cheapestFirst = paths.filter((path) => path !== undefined).sort((a, b) => a.cost - b.cost);
  return differing(cheapestFirst).slice(0, options.max ?? 3);
}

/** Paths that ask for something else than a cheaper one: the same figures moved further are no other way. */
function differing(cheapestFirst: readonly Path[]): readonly Path[] {
  const kept: { readonly path: Path; readonly asks: readonly string[] }[] = [];
  for (const path of cheapestFirst) {
    const asks = path.moves.map((move) => `${move.kind} ${move.fact} ${move.year ?? ''}`);
    if (!kept.some((k) => k.asks.every((ask) => asks.includes(ask)))) kept.push({ path, asks });
  }
  return kept.map((k) => k.path);
}

const outcomeOf = (s: State, tier: Tier): Truth => decideTier(s.c.r, tier).outcome;

/** States in which the tier holds by one way in; what one requirement upsets is mended in the next round. */
function waysIn(start: State, tier: Tier, route: Route): readonly State[] {
  let states: readonly State[] = [start];
  const done: State[] = [];
  for (let round = 0; round < ROUNDS && states.length > 0; round++) {
    for (const gate of tier.gates) states = cheapest(states.flatMap((s) => waysTo(s, gate.when, true)));
    for (const veto of tier.vetoes) states = cheapest(states.flatMap((s) => waysTo(s, veto.when, false)));
    states = cheapest(states.flatMap((s) => routeWays(s, route)));
    done.push(...states.filter((s) => outcomeOf(s, tier) === 'yes'));
    states = states.filter((s) => outcomeOf(s, tier) !== 'yes');
  }
  return done;
}

function routeWays(s: State, route: Route): readonly State[] {
  if (route.k !== 'scored') return waysTo(s, route.when, true);
  const floored = (route.floors ?? []).reduce<readonly State[]>(
    (states, floor) => {
      const indicator = findIndicator(route.score, floor.indicator);
      return indicator ? states.flatMap((x) => reaching(x, indicator, floor)) : [];
    },
    [s],
  );
  return cheapest(floored).flatMap((x) => reaching(x, route.score, route.pass));
}

/** States in which a score meets a bound for certain. */
function reaching(s: State, score: Expr, bound: Bound): readonly State[] {
  const goal: Cmp = {
    k: 'cmp',
    op: bound.ge !== undefined ? 'ge' : 'gt',
    a: score,
    b: { k: 'lit', value: bound.ge ?? bound.gt ?? '0', unit: 'points' },
  };
  const isMet = (x: State): boolean => x.c.r.truth(goal) === 'yes';
  return isMet(s) ? [s] : cheapest(waysToRaise(s, score).filter(isMet));
}

/** Takes back every change the tier holds without; again, because a whole can go back once its part has. */
function withoutIdleMoves(start: State, end: State, tier: Tier): State {
  const kept = takenBack(start, end, tier);
  return kept === end ? end : withoutIdleMoves(start, kept, tier);
}

function takenBack(start: State, end: State, tier: Tier): State {
  let kept = end;
  for (const id of Object.keys(end.c.facts)) {
    const before = start.c.facts[id];
    if (kept.c.facts[id] === before || movesWithPart(kept, start, id)) continue;
    const { [id]: _, ...rest } = kept.c.facts;
    const without = withFacts(kept, before === undefined ? rest : { ...rest, [id]: before }, 0);
    if (outcomeOf(without, tier) === 'yes') kept = without;
  }
  return kept;
}

/** A whole goes with its part: more scientists are more staff, whether the tier asks for it or not. */
const movesWithPart = (end: State, start: State, whole: Id): boolean =>
  end.c.doc.facts.some((d) => d.partOf === whole && end.c.facts[d.id] !== start.c.facts[d.id]);

/** INVARIANT (every path is verified): the whole policy, evaluated with the moved facts and dates, gives the tier. */
function verified(start: State, end: State, goal: Id): Path | undefined {
  const { doc, dates, facts } = end.c;
  const result = evaluateReference(doc, dates, facts).tiers.find((t) => t.tier === goal);
  if (result?.outcome !== 'yes') return undefined;
  const moves = movesBetween(start, end);
  return { goal, moves, cost: costOf(start, moves), facts, dates, result };
}
