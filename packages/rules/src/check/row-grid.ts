import { compare, isFiniteRational, type Rational } from '../number/rational.ts';
import type { Box } from './boxes.ts';
import { ALL, type Interval, only } from './interval.ts';
import type { Quantity } from './quantity.ts';
import type { Slot } from './slots.ts';

/**
 * Rows of a table as boxes over cells: the line of each figure is cut at every bound that occurs, into points and the
 * stretches between them, so that comparing rows is comparing whole numbers.
 */
export interface Grid {
  readonly axes: readonly Axis[];
  readonly rows: readonly (readonly Cells[])[];
}
/** One figure with its cuts, or one answer with its words (the last cell is "any other"). */
export type Axis =
  | { readonly kind: 'figure'; readonly q: Quantity; readonly cuts: readonly Rational[]; readonly size: number }
  | { readonly kind: 'word'; readonly fact: string; readonly words: readonly string[]; readonly size: number };
/** The cells of one axis a row takes. */
export type Cells = readonly boolean[];

/** Rows over figures and answers only; undefined where a row is anything else. */
export function gridOf(boxes: readonly (readonly Box[])[]): Grid | undefined {
  const single = boxes.map((ways) => (ways.length === 1 ? ways[0] : undefined));
  if (single.some((box) => box === undefined)) return undefined;
  const rows = single as readonly Box[];
  const keys = [...new Set(rows.flatMap((box) => [...box.keys()]))];
  const axes = keys.map((key) => axisOf(rows.flatMap((box) => box.get(key) ?? [])));
  if (axes.some((axis) => axis === undefined)) return undefined;
  const sure = axes as readonly Axis[];
  return { axes: sure, rows: rows.map((box) => sure.map((axis, i) => cellsOf(axis, box.get(keys[i] ?? '')))) };
}

function axisOf(slots: readonly Slot[]): Axis | undefined {
  const [first] = slots;
  if (first?.kind === 'figure') {
    const ends = slots.flatMap((s) => (s.kind === 'figure' ? s.set.flatMap((x) => [x.lo, x.hi]) : []));
    const sorted = ends.filter(isFiniteRational).sort(compare);
    const cuts = sorted.filter((x, i) => i === 0 || compare(x, sorted[i - 1] ?? x) !== 0);
    return { kind: 'figure', q: first.q, cuts, size: 2 * cuts.length + 1 };
  }
  if (first?.kind !== 'word') return undefined;
  const words = [...new Set(slots.flatMap((s) => (s.kind === 'word' ? [...(s.words ?? []), ...s.not] : [])))];
  return { kind: 'word', fact: first.fact, words, size: words.length + 1 };
}

function cellsOf(axis: Axis, slot: Slot | undefined): Cells {
  if (axis.kind === 'word') {
    const isIn = (word: string): boolean =>
      slot?.kind !== 'word' || ((slot.words?.includes(word) ?? true) && !slot.not.includes(word));
    return [...axis.words.map(isIn), slot?.kind !== 'word' || slot.words === undefined];
  }
  const index = new Map(axis.cuts.map((x, i) => [`${x.n}/${x.d}`, i]));
  const cells = Array.from({ length: axis.size }, () => slot === undefined);
  if (slot?.kind !== 'figure') return cells.map(() => true);
  for (const x of slot.set) {
    const at = (end: Rational): number => 2 * (index.get(`${end.n}/${end.d}`) ?? 0) + 1;
    const lo = isFiniteRational(x.lo) ? at(x.lo) + (x.loOpen ? 1 : 0) : 0;
    const hi = isFiniteRational(x.hi) ? at(x.hi) - (x.hiOpen ? 1 : 0) : axis.size - 1;
    cells.fill(true, lo, hi + 1);
  }
  return cells;
}

/** The numbers of one cell of a figure. */
export function stretchOf(axis: Extract<Axis, { kind: 'figure' }>, cell: number): Interval {
  const i = Math.floor(cell / 2);
  const [left, right] = [axis.cuts[i - 1], axis.cuts[i]];
  if (cell % 2 === 1) return right ? only(right) : ALL;
  return {
    ...ALL,
    ...(left ? { lo: left, loOpen: true } : {}),
    ...(right ? { hi: right, hiOpen: true } : {}),
  };
}

export const meet = (a: readonly Cells[], b: readonly Cells[]): boolean =>
  a.every((cells, i) => cells.some((is, k) => is && b[i]?.[k]));
export const covers = (a: readonly Cells[], b: readonly Cells[]): boolean =>
  b.every((cells, i) => cells.every((is, k) => !is || a[i]?.[k]));

/** Where the search for holes stops; beyond it nothing is said. */
const MOST_STEPS = 20_000;

/**
 * Cells no row takes, axis by axis: at most `max` of them. Where the rows run out on an axis, the axes after it are put
 * where rows on both sides agree, so that the hole lies between them. Cells the same rows take are looked at once.
 */
export function holes(grid: Grid, isPossible: (axis: number, cell: number) => boolean, max: number): readonly Hole[] {
  const found: Hole[] = [];
  let steps = 0;
  const descend = (axis: number, rows: readonly number[], cells: Hole): void => {
    const here = grid.axes[axis];
    if (!here) return;
    const seen = new Set<string>();
    for (let cell = 0; cell < here.size && found.length < max && ++steps < MOST_STEPS; cell++) {
      if (!isPossible(axis, cell)) continue;
      const left = rows.filter((r) => grid.rows[r]?.[axis]?.[cell]);
      if (left.length === 0) {
        const rest = restOf(grid, rows, axis, cell);
        if (rest) found.push([...cells, cell, ...rest]);
      } else if (!seen.has(left.join())) {
        seen.add(left.join());
        descend(axis + 1, left, [...cells, cell]);
      }
    }
  };
  const all = grid.rows.map((_, i) => i);
  descend(0, all, []);
  return found;
}
type Hole = readonly number[];

/** Cells of the axes after a hole: common to a row below and one above it, else those of any row that takes the cell. */
function restOf(grid: Grid, rows: readonly number[], axis: number, cell: number): readonly number[] | undefined {
  const beside = (step: 1 | -1): readonly number[] => {
    for (let i = cell + step; i >= 0 && i < (grid.axes[axis]?.size ?? 0); i += step) {
      const taking = rows.filter((r) => grid.rows[r]?.[axis]?.[i]);
      if (taking.length > 0) return taking;
    }
    return [];
  };
  for (const a of beside(-1).slice(0, 8))
    for (const b of beside(1).slice(0, 8)) {
      const rest = common(grid, axis + 1, [a, b]);
      if (rest) return rest;
    }
  const other = grid.rows.findIndex((row) => row[axis]?.[cell]);
  return other < 0 ? undefined : common(grid, axis + 1, [other]);
}

/** The first cells some rows share on every axis from one on. */
function common(grid: Grid, from: number, rows: readonly number[]): readonly number[] | undefined {
  const cells = grid.axes.slice(from).map((axis, i) => {
    for (let cell = 0; cell < axis.size; cell++) if (rows.every((r) => grid.rows[r]?.[from + i]?.[cell])) return cell;
    return -1;
  });
  return cells.includes(-1) ? undefined : cells;
}
