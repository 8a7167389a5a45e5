import { toRange } from '../evaluate/value.ts';
import { compare, formatNum } from '../number/rational.ts';
import type { Expr, Tier } from '../policy/document.ts';
import type { Box } from './boxes.ts';
import { type Check, type Checked, type Claim, pathOf, witnessOf } from './context.ts';
import { type Finding, finding, fix } from './finding.ts';
import { stretchOf } from './row-grid.ts';
import { openAt } from './solve.ts';
import { type Cell, type TierGrid, tierGrid, waysOf } from './tier-grid.ts';
import { targetOf } from './witness.ts';

/**
 * Between one rung and the next: firms that fall into neither, and firms in both although the text draws a line between
 * them. Independent titles (`pick: all`) have no between.
 */
export const checkTiers: Check = (c) =>
  c.doc.pick !== 'highest'
    ? []
    : c.doc.tiers.slice(1).flatMap((upper, i) => {
        const lower = c.doc.tiers[i];
        const grid = lower && tierGrid(c, lower, upper);
        return grid ? [...gaps(c, grid, lower, upper, i + 1), ...overlaps(c, grid, lower, upper, i + 1)] : [];
      });

const to = (place: readonly number[], axis: number, cell: number): readonly number[] =>
  place.map((x, i) => (i === axis ? cell : x));

/** The nearest cell along an axis for which something holds. */
function nearest(
  grid: TierGrid,
  from: Cell,
  axis: number,
  step: 1 | -1,
  holds: (cell: Cell) => boolean,
): Cell | undefined {
  const size = grid.axes[axis]?.size ?? 0;
  for (let i = (from.place[axis] ?? 0) + step; i >= 0 && i < size; i += step) {
    const cell = grid.at(to(from.place, axis, i));
    if (cell && holds(cell)) return cell;
  }
  return undefined;
}

function gaps(c: Checked, grid: TierGrid, lower: Tier, upper: Tier, t: number): readonly Finding[] {
  const holes = grid.cells.filter((cell) => !cell.any);
  // Exactly on an edge is the plainest witness.
  const plainest = [...holes].sort((a, b) => points(b) - points(a));
  const found: Finding[] = [];
  const take = (one: Finding | undefined): void => {
    if (one && !found.some((f) => f.code === one.code && f.msg.args.rule === one.msg.args.rule)) found.push(one);
  };
  for (const cell of plainest)
    grid.axes.forEach((_, axis) => {
      take(sameAxis(c, grid, lower, upper, t, cell, axis));
      take(limits(c, grid, lower, upper, t, cell, axis));
    });
  return found;
}

const points = (cell: Cell): number => cell.place.filter((i) => i % 2 === 1).length;

/** With less of one figure the lower rung, with more of it the higher one, and here neither. */
function sameAxis(
  c: Checked,
  grid: TierGrid,
  lower: Tier,
  upper: Tier,
  t: number,
  cell: Cell,
  axis: number,
): Finding | undefined {
  for (const step of [-1, 1] as const) {
    const below = nearest(grid, cell, axis, step, (x) => x.lower);
    const above = nearest(grid, cell, axis, step === 1 ? -1 : 1, (x) => x.upper);
    if (below && above) return gapFinding(c, grid, 'tier-gap', lower, upper, t, cell, below, axis);
  }
  return undefined;
}

/** Both rungs limit a figure, the lower one earlier: past its limit a firm needs all the higher rung asks, or has nothing. */
function limits(
  c: Checked,
  grid: TierGrid,
  lower: Tier,
  upper: Tier,
  t: number,
  cell: Cell,
  axis: number,
): Finding | undefined {
  for (const step of [-1, 1] as const) {
    const was = isOver(grid, cell, axis) ? nearest(grid, cell, axis, step, (x) => x.lower) : undefined;
    const raised = grid.axes.flatMap((_, j) =>
      j === axis ? [] : ([1, -1] as const).flatMap((way) => nearest(grid, cell, j, way, (x) => x.upper) ?? []),
    );
    const ends = raised.some((x) => {
      const on = nearest(grid, x, axis, step === 1 ? -1 : 1, (y) => !y.upper);
      return on !== undefined;
    });
    if (was && ends) return gapFinding(c, grid, 'tier-limit-gap', lower, upper, t, cell, was, axis);
  }
  return undefined;
}

/** The lower rung takes nobody at this point of the axis. */
const isOver = (grid: TierGrid, cell: Cell, axis: number): boolean =>
  !grid.cells.some((x) => x.lower && x.place[axis] === cell.place[axis]);

function gapFinding(
  c: Checked,
  grid: TierGrid,
  code: 'tier-gap' | 'tier-limit-gap',
  lower: Tier,
  upper: Tier,
  t: number,
  cell: Cell,
  beside: Cell,
  axis: number,
): Finding | undefined {
  const claims: readonly Claim[] = [
    ...c.doc.tiers.map((tier): Claim => ({ target: targetOf('tier', tier.id), is: 'no' })),
    { firm: 'other', target: targetOf('tier', lower.id), is: 'yes' },
  ];
  const witness = witnessOf(c, { facts: cell.facts }, claims, { facts: beside.facts });
  const here = grid.axes[axis];
  if (!witness || !here) return undefined;
  const stretch = stretchOf(here, cell.place[axis] ?? 0);
  const args = {
    tier: lower.id,
    other: upper.id,
    rule: pathOf(c, here.q),
    value: shownIn(c, cell, here.q.expr),
    low: formatNum(stretch.lo),
    high: formatNum(stretch.hi),
    unit: here.q.unit,
  };
  const level = code === 'tier-gap' ? 'warn' : 'hint';
  return finding(level, code, `tiers.${t}`, args, { node: upper.id, witness, fix: fix('close-tiers', args) });
}

/** The figure of the firm shown; a rate over several years is told to 12 decimals. */
const shownIn = (c: Checked, cell: Cell, expr: Expr): string => toRange(openAt(c, cell.facts).r.number(expr)).lo;

/** One finding for a pair: a firm in both although a bound of one of them keeps such firms out of the other. */
function overlaps(c: Checked, grid: TierGrid, lower: Tier, upper: Tier, t: number): readonly Finding[] {
  const axis = grid.axes.findIndex(({ q }) => isDivided(waysOf(c, lower), waysOf(c, upper), q.key));
  const here = grid.axes[axis];
  if (!here) return [];
  const both = [...grid.cells].sort((a, b) => points(b) - points(a)).find((cell) => cell.lower && cell.upper);
  const claims = [lower, upper].map((tier): Claim => ({ target: targetOf('tier', tier.id), is: 'yes' }));
  const witness =
    both && witnessOf(c, { facts: both.facts }, [...claims, { target: targetOf('best', ''), is: () => true }]);
  if (!both || !witness) return [];
  const args = {
    tier: lower.id,
    other: upper.id,
    rule: pathOf(c, here.q),
    value: shownIn(c, both, here.q.expr),
    unit: here.q.unit,
  };
  return [
    finding('warn', 'tier-overlap', `tiers.${t}`, args, { node: upper.id, witness, fix: fix('divide-tiers', args) }),
  ];
}

/** One way into the lower tier ends where one way into the higher one begins, or before. */
function isDivided(low: readonly Box[], high: readonly Box[], key: string): boolean {
  return low.some((a) =>
    high.some((b) => {
      const [x, y] = [a.get(key), b.get(key)];
      if (x?.kind !== 'figure' || y?.kind !== 'figure') return false;
      const [end, begin] = [x.set.at(-1)?.hi, y.set[0]?.lo];
      return end !== undefined && begin !== undefined && end.d !== 0n && begin.d !== 0n && compare(end, begin) <= 0;
    }),
  );
}
