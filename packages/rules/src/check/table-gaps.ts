import { compare, formatNum, num } from '../number/rational.ts';
import type { Id, Score } from '../policy/document.ts';
import type { Goal } from './boxes.ts';
import { canLieIn, isOneStepApart } from './check-bands.ts';
import { type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix, type PatchOp } from './finding.ts';
import type { Interval } from './interval.ts';
import { type Grid, holes, stretchOf } from './row-grid.ts';
import { findFirm, type Pin } from './solve.ts';
import { targetOf } from './witness.ts';

type Table = Extract<Score, { k: 'table' }>;

/** Gaps told of one table. */
const MOST = 5;

/** Values that no row takes although rows lie on both sides. */
export function tableGaps(c: Checked, table: Table, path: string, grid: Grid): readonly Finding[] {
  const isPossible = (axis: number, cell: number): boolean => {
    const here = grid.axes[axis];
    return here?.kind === 'word' ? cell < here.words.length : !!here && canLieIn(c, here.q, stretchOf(here, cell));
  };
  const found: Finding[] = [];
  for (const cells of holes(grid, isPossible, 40)) {
    const axis = cells.findIndex((_, i) => liesBetween(grid, cells, i));
    const one = axis < 0 ? undefined : gap(c, table, path, grid, cells, axis);
    if (one && !found.some((f) => f.path === one.path && f.msg.args.low === one.msg.args.low)) found.push(one);
    if (found.length >= MOST) break;
  }
  return found;
}

const rowAt = (grid: Grid, cells: readonly number[]): number =>
  grid.rows.findIndex((row) => cells.every((cell, i) => row[i]?.[cell]));
const moved = (cells: readonly number[], axis: number, to: number): readonly number[] =>
  cells.map((cell, i) => (i === axis ? to : cell));

/** With everything else as it is, smaller and larger values are taken. */
function liesBetween(grid: Grid, cells: readonly number[], axis: number): boolean {
  const here = grid.axes[axis];
  if (here?.kind !== 'figure') return false;
  return rowBeside(grid, cells, axis, -1) >= 0 && rowBeside(grid, cells, axis, 1) >= 0;
}

function rowBeside(grid: Grid, cells: readonly number[], axis: number, step: 1 | -1): number {
  const size = grid.axes[axis]?.size ?? 0;
  for (let cell = (cells[axis] ?? 0) + step; cell >= 0 && cell < size; cell += step) {
    const row = rowAt(grid, moved(cells, axis, cell));
    if (row >= 0) return row;
  }
  return -1;
}

function gap(
  c: Checked,
  table: Table,
  path: string,
  grid: Grid,
  cells: readonly number[],
  axis: number,
): Finding | undefined {
  const here = grid.axes[axis];
  if (here?.kind !== 'figure') return undefined;
  const stretch = wholeHole(grid, here, cells, axis);
  const pins = pinsOf(grid, cells).filter((pin) => pin.q.key !== here.q.key);
  const facts = findFirm(c, wordGoals(grid, cells), [...pins, { q: here.q, set: [stretch] }]);
  const claims = table.rows.map((_, i): Claim => ({ target: targetOf('truth', `${path}.rows.${i}.when`), is: 'no' }));
  const value: Claim = { target: targetOf('value', path), is: (r) => r === formatted(table.otherwise) };
  const [below, above] = [rowBeside(grid, cells, axis, -1), rowBeside(grid, cells, axis, 1)];
  const shown = claims.length > 12 ? [below, above].flatMap((i) => claims[i] ?? []) : claims;
  const witness = facts && witnessOf(c, { facts }, [...shown, value]);
  if (!witness) return undefined;
  const isGrain = isOneStepApart(stretch.lo, stretch.hi);
  const code = isGrain ? 'grain-gap' : compare(stretch.lo, stretch.hi) === 0 ? 'point-gap' : 'table-gap';
  const [low, high] = [text(stretch.lo), text(stretch.hi)];
  const args = { rule: path, row: String(below + 1), next: String(above + 1), low, high, unit: here.q.unit };
  const patch = closing(c, table, `${path}.rows.${below}`, { below, stretch, key: here.q.key });
  return finding(isGrain ? 'error' : 'warn', code, `${path}.rows.${below}`, args, {
    witness,
    fix: fix(patch ? 'meet-next' : 'close-gap', args, patch),
  });
}

const text = (x: { readonly n: bigint; readonly d: bigint }): string => formatNum(x);
/** All the cells side by side that no row takes, as one stretch. */
function wholeHole(
  grid: Grid,
  here: Parameters<typeof stretchOf>[0],
  cells: readonly number[],
  axis: number,
): Interval {
  const isOpen = (cell: number): boolean => rowAt(grid, moved(cells, axis, cell)) < 0;
  let [first, last] = [cells[axis] ?? 0, cells[axis] ?? 0];
  while (isOpen(first - 1) && first > 0) first--;
  while (isOpen(last + 1) && last < here.size - 1) last++;
  const [low, high] = [stretchOf(here, first), stretchOf(here, last)];
  return { lo: low.lo, loOpen: low.loOpen, hi: high.hi, hiOpen: high.hiOpen };
}

const formatted = (x: string): string => formatNum(num(x));

const wordGoals = (grid: Grid, cells: readonly number[]): readonly Goal[] =>
  grid.axes.flatMap((axis, i): readonly Goal[] => {
    const word = axis.kind === 'word' ? axis.words[cells[i] ?? 0] : undefined;
    const fact: Id = axis.kind === 'word' ? axis.fact : '';
    return word === undefined ? [] : [{ node: { k: 'in', fact, values: [word] }, want: true }];
  });

const pinsOf = (grid: Grid, cells: readonly number[]): readonly Pin[] =>
  grid.axes.flatMap((axis, i) =>
    axis.kind === 'figure' ? [{ q: axis.q, set: [stretchOf(axis, cells[i] ?? 0)] }] : [],
  );

interface Hole {
  readonly below: number;
  readonly stretch: Interval;
  readonly key: string;
}

/** The upper end of the row below goes up to where the hole ends. */
function closing(c: Checked, table: Table, path: string, hole: Hole): readonly PatchOp[] | undefined {
  const when = table.rows[hole.below]?.when;
  const parts = !when
    ? []
    : when.k === 'all'
      ? when.of.map((p, i) => ({ p, at: `when.of.${i}` }))
      : [{ p: when, at: 'when' }];
  const upper = parts.find(({ p }) => p.k === 'cmp' && (p.op === 'le' || p.op === 'lt') && p.b.k === 'lit');
  if (upper?.p.k !== 'cmp' || c.quantities.compared(upper.p).q.key !== hole.key) return undefined;
  return [
    { op: 'replace', path: `${path}.${upper.at}.op`, value: hole.stretch.hiOpen ? 'lt' : 'le' },
    { op: 'replace', path: `${path}.${upper.at}.b.value`, value: formatNum(hole.stretch.hi) },
  ];
}
