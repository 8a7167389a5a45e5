import { compare, isFiniteRational, type Rational } from '../number/rational.ts';
import type { Tier } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { decideTier } from '../tiers/decide-tier.ts';
import { type Box, boxesOf } from './boxes.ts';
import { canLieIn } from './check-bands.ts';
import { type Checked, tierGoals } from './context.ts';
import type { Quantity } from './quantity.ts';
import type { At } from './realise.ts';
import { type Axis, stretchOf } from './row-grid.ts';
import { fill, mergeBoxes, openAt } from './solve.ts';

export type FigureAxis = Extract<Axis, { kind: 'figure' }>;

/** Two tiers looked at over the figures both of them ask for, everything else as both of them want it. */
export interface TierGrid {
  readonly axes: readonly FigureAxis[];
  readonly cells: readonly Cell[];
  at(place: readonly number[]): Cell | undefined;
}
export interface Cell {
  readonly place: readonly number[];
  readonly facts: Facts;
  readonly lower: boolean;
  readonly upper: boolean;
  readonly any: boolean;
}

const MOST_CELLS = 320;
const MOST_AXES = 3;

/** Ways a tier can hold, as far as they can be told apart. */
export const waysOf = (c: Checked, tier: Tier): readonly Box[] =>
  tier.routes.flatMap((route) => (boxesOf(c, tierGoals(tier, route)) ?? []).slice(0, 6));

/** Evaluates two tiers cell by cell; undefined where they have no figure in common or no firm could be started from. */
export function tierGrid(c: Checked, lower: Tier, upper: Tier): TierGrid | undefined {
  const [low, high] = [waysOf(c, lower), waysOf(c, upper)];
  const axes = axesOf(c, low, high);
  if (axes.length === 0) return undefined;
  const start = startOf(c, low, high, axes);
  if (!start) return undefined;
  const cells = places(axes).flatMap((place): readonly Cell[] => {
    const at = moveTo(start, axes, place);
    return at ? [judge(at, place, lower, upper)] : [];
  });
  const byPlace = new Map(cells.map((cell) => [cell.place.join(), cell]));
  return { axes, cells, at: (place) => byPlace.get(place.join()) };
}

function judge(at: At, place: readonly number[], lower: Tier, upper: Tier): Cell {
  const holds = (tier: Tier): boolean => decideTier(at.r, tier).outcome === 'yes';
  const any = at.r.doc.tiers.some(holds);
  return { place, facts: at.facts, lower: holds(lower), upper: holds(upper), any };
}

/** Figures both tiers ask for, the ones with fewest bounds first so that all of them fit. */
function axesOf(c: Checked, low: readonly Box[], high: readonly Box[]): readonly FigureAxis[] {
  const figures = (boxes: readonly Box[]): Map<string, Quantity> =>
    new Map(
      boxes.flatMap((box) => [...box.values()].flatMap((s) => (s.kind === 'figure' ? [[s.q.key, s.q] as const] : []))),
    );
  const upper = figures(high);
  const shared = [...figures(low).values()].filter((q) => upper.has(q.key) && !q.less && q.unit !== 'points');
  const axes = shared.map((q) => axisFor(q, [...low, ...high])).sort((a, b) => a.size - b.size);
  const kept: FigureAxis[] = [];
  for (const axis of axes.slice(0, MOST_AXES)) {
    const size = kept.reduce((n, x) => n * x.size, axis.size);
    if (size <= MOST_CELLS) kept.push(axis);
  }
  return kept.filter((axis) => possible(c, axis).length > 1);
}

function axisFor(q: Quantity, boxes: readonly Box[]): FigureAxis {
  const ends = boxes.flatMap((box): readonly Rational[] => {
    const slot = box.get(q.key);
    return slot?.kind === 'figure' ? slot.set.flatMap((x) => [x.lo, x.hi]) : [];
  });
  const sorted = ends.filter(isFiniteRational).sort(compare);
  const cuts = sorted.filter((x, i) => i === 0 || compare(x, sorted[i - 1] ?? x) !== 0);
  return { kind: 'figure', q, cuts, size: 2 * cuts.length + 1 };
}

const possible = (c: Checked, axis: FigureAxis): readonly number[] =>
  Array.from({ length: axis.size }, (_, i) => i).filter((cell) => canLieIn(c, axis.q, stretchOf(axis, cell)));

/** A firm that meets everything else both tiers ask, by the first pair of ways that go together. */
function startOf(c: Checked, low: readonly Box[], high: readonly Box[], axes: readonly FigureAxis[]): At | undefined {
  const rest = (box: Box): Box => new Map([...box].filter(([key]) => !axes.some((axis) => axis.q.key === key)));
  let tries = 0;
  for (const a of low)
    for (const b of high) {
      const both = mergeBoxes(rest(a), rest(b));
      if (!both || ++tries > 9) continue;
      const at = fill(openAt(c, c.plain), both);
      if (at) return at;
    }
  return undefined;
}

function moveTo(start: At, axes: readonly FigureAxis[], place: readonly number[]): At | undefined {
  const slots = axes.map((axis, i) => {
    const set = [stretchOf(axis, place[i] ?? 0)];
    return [axis.q.key, { kind: 'figure', q: axis.q, set, na: false }] as const;
  });
  return fill(start, new Map(slots));
}

function places(axes: readonly FigureAxis[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (all, axis) => all.flatMap((place) => Array.from({ length: axis.size }, (_, cell) => [...place, cell])),
    [[]],
  );
}
