import { compare, formatNum, num } from '../number/rational.ts';
import type { Id, Score } from '../policy/document.ts';
import { type Box, boxesOf, type Goal } from './boxes.ts';
import { canLieIn, isOneStepApart } from './check-bands.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix, type PatchOp } from './finding.ts';
import type { Interval } from './interval.ts';
import { covers, type Grid, gridOf, holes, meet, stretchOf } from './row-grid.ts';
import { findFirm, type Pin } from './solve.ts';
import { targetOf } from './witness.ts';

type Table = Extract<Score, { k: 'table' }>;

/** Decision tables: rows hit together where only one may be, rows never hit, holes between rows. */
export const checkTables: Check = (c) =>
  c.nodes.flatMap(({ node, path }) => (node.k === 'table' ? checkTable(c, node, path) : []));

/** Findings of one kind told of one table. */
const MOST = 5;

function checkTable(c: Checked, table: Table, path: string): readonly Finding[] {
  const boxes = table.rows.map((row) => boxesOf(c, [{ node: row.when, want: true }]));
  const never = boxes.flatMap((box, i) => (box?.length === 0 ? [neverHit(table, path, i)] : []));
  const known = boxes.map((box) => box ?? []);
  const grid = boxes.every((box) => box?.length === 1) ? gridOf(known as readonly (readonly Box[])[]) : undefined;
  return [
    ...never.slice(0, MOST),
    ...(grid ? [...coveredRows(table, path, grid), ...gaps(c, table, path, grid)] : []),
    ...(table.hit === 'unique' ? overlaps(c, table, path, known, grid) : []),
  ];
}

function neverHit(table: Table, path: string, i: number): Finding {
  const at = `${path}.rows.${i}`;
  const args = { rule: path, row: String(i + 1) };
  const patch: readonly PatchOp[] | undefined = table.rows.length > 1 ? [{ op: 'remove', path: at }] : undefined;
  return finding('warn', 'row-never', at, args, { fix: fix('remove-row', args, patch) });
}

/** A later row that an earlier one takes everything from. */
function coveredRows(table: Table, path: string, grid: Grid): readonly Finding[] {
  if (table.hit !== 'first') return [];
  return table.rows
    .flatMap((_, i): readonly Finding[] => {
      const own = grid.rows[i];
      const by = grid.rows.slice(0, i).findIndex((row) => own && covers(row, own));
      if (by < 0) return [];
      const at = `${path}.rows.${i}`;
      const args = { rule: path, row: String(i + 1), by: String(by + 1) };
      return [finding('warn', 'row-covered', at, args, { fix: fix('remove-row', args, [{ op: 'remove', path: at }]) })];
    })
    .slice(0, MOST);
}

/** Two rows for one firm, although only one may be hit. */
function overlaps(
  c: Checked,
  table: Table,
  path: string,
  boxes: readonly (readonly Box[])[],
  grid: Grid | undefined,
): readonly Finding[] {
  const found: Finding[] = [];
  for (let i = 0; i < table.rows.length; i++)
    for (let j = 0; j < i && found.length < MOST; j++) {
      const [a, b] = [grid?.rows[i], grid?.rows[j]];
      if (a && b ? !meet(a, b) : boxes[i]?.length === 0 || boxes[j]?.length === 0) continue;
      const one = overlap(c, table, path, j, i);
      if (one) found.push(one);
    }
  return found;
}

function overlap(c: Checked, table: Table, path: string, i: number, j: number): Finding | undefined {
  const whens = [i, j].flatMap((row) => table.rows[row]?.when ?? []);
  const facts = findFirm(
    c,
    whens.map((node): Goal => ({ node, want: true })),
  );
  const claims = [i, j].map((row): Claim => ({ target: targetOf('truth', `${path}.rows.${row}.when`), is: 'yes' }));
  const witness = facts && witnessOf(c, { facts }, claims);
  if (!witness) return undefined;
  const args = { rule: path, row: String(i + 1), next: String(j + 1) };
  const isSame = compare(num(table.rows[i]?.out ?? '0'), num(table.rows[j]?.out ?? '0')) === 0;
  const first: readonly PatchOp[] = [{ op: 'replace', path: `${path}.hit`, value: 'first' }];
  return finding(isSame ? 'warn' : 'error', 'rows-overlap', `${path}.rows.${j}`, args, {
    witness,
    fix: fix('first-counts', args, first),
  });
}

/** Values that no row takes although rows lie on both sides. */
function gaps(c: Checked, table: Table, path: string, grid: Grid): readonly Finding[] {
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
  const stretch = stretchOf(here, cells[axis] ?? 0);
  const facts = findFirm(c, wordGoals(grid, cells), pinsOf(grid, cells));
  const claims = table.rows.map((_, i): Claim => ({ target: targetOf('truth', `${path}.rows.${i}.when`), is: 'no' }));
  const value: Claim = { target: targetOf('value', path), is: (r) => r === formatted(table.otherwise) };
  const [below, above] = [rowBeside(grid, cells, axis, -1), rowBeside(grid, cells, axis, 1)];
  const shown = claims.length > 12 ? [below, above].flatMap((i) => claims[i] ?? []) : claims;
  const witness = facts && witnessOf(c, { facts }, [...shown, value]);
  if (!witness) return undefined;
  const isGrain = isOneStepApart(stretch.lo, stretch.hi);
  const [low, high] = [text(stretch.lo), text(stretch.hi)];
  const args = { rule: path, row: String(below + 1), next: String(above + 1), low, high, unit: here.q.unit };
  const patch = closing(c, table, `${path}.rows.${below}`, { below, stretch, key: here.q.key });
  return finding(isGrain ? 'error' : 'warn', isGrain ? 'grain-gap' : 'table-gap', `${path}.rows.${below}`, args, {
    witness,
    fix: fix(patch ? 'meet-next' : 'close-gap', args, patch),
  });
}

const text = (x: { readonly n: bigint; readonly d: bigint }): string => formatNum(x);
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
