import { compare, num } from '../number/rational.ts';
import type { Score } from '../policy/document.ts';
import { type Box, boxesOf, type Goal } from './boxes.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, finding, fix, type PatchOp } from './finding.ts';
import { covers, type Grid, gridOf, meet } from './row-grid.ts';
import { findFirm } from './solve.ts';
import { tableGaps } from './table-gaps.ts';
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
    ...(grid ? [...coveredRows(table, path, grid), ...tableGaps(c, table, path, grid)] : []),
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
