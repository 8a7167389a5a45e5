import { compare, divide, num, type Rational, subtract } from '../number/rational.ts';
import type { Band, Expr } from '../policy/document.ts';
import { isNum } from '../policy/leaf.ts';
import { picks } from './candidates.ts';
import { type Check, type Checked, witnessOf } from './context.ts';
import { directionOf } from './direction.ts';
import { type Finding, finding, fix } from './finding.ts';
import { gridOf } from './firm-values.ts';
import { ALL, type Interval, intersect, missesGrid, only } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { findFirm } from './solve.ts';
import { targetOf } from './witness.ts';

type Banded = Extract<Expr, { k: 'bands' | 'linear' | 'marginal' | 'milestone' }>;
interface Row {
  readonly ge?: string;
  readonly gt?: string;
}

/** Rows of band tables: hit by nobody, from and above mixed, slivers between two bounds, points that fall as it gets better. */
export const checkBands: Check = (c) =>
  c.nodes.flatMap(({ node, path }): readonly Finding[] => {
    if (node.k === 'bandsBy')
      return [...unreachable(c, node.by, node.rows, path), ...mixed(c, node.by, node.rows, path)];
    if (node.k === 'bands' || node.k === 'milestone')
      return [
        ...unreachable(c, node.of, node.rows, path),
        ...mixed(c, node.of, node.rows, path),
        ...slivers(c, node.of, node.rows, path),
        ...falling(c, node, path),
      ];
    return node.k === 'linear' || node.k === 'marginal' ? falling(c, node, path) : [];
  });

/** The stretch each row takes: from its own bound up to the one above. */
export function stretches(rows: readonly Row[]): readonly Interval[] {
  let above: Interval = ALL;
  return rows.map((row) => {
    const bound = row.ge ?? row.gt;
    const own: Interval = bound === undefined ? above : { ...above, lo: num(bound), loOpen: row.ge === undefined };
    above = bound === undefined ? above : { ...ALL, hi: num(bound), hiOpen: row.ge !== undefined };
    return own;
  });
}

/** Rows no value can fall into, because of the bounds of the figure; "otherwise" has to stand there anyway. */
function unreachable(c: Checked, of: Expr, rows: readonly Row[], path: string): readonly Finding[] {
  const q = c.quantities.of(of);
  return stretches(rows).flatMap((stretch, i): readonly Finding[] => {
    const row = rows[i];
    if ((row?.ge ?? row?.gt) === undefined || intersect([stretch], [q.bounds], q.whole).length > 0) return [];
    const at = `${path}.rows.${i}`;
    const args = { rule: path, row: String(i + 1), bound: row?.ge ?? row?.gt ?? '', unit: q.unit };
    const canGo = rows.length > 1;
    return [
      finding('warn', 'row-unreachable', at, args, {
        fix: fix('remove-row', args, canGo ? [{ op: 'remove', path: at }] : undefined),
      }),
    ];
  });
}

/** Some rows say "from" and others "above": at the odd ones the same figure counts the other way round. */
function mixed(c: Checked, of: Expr, rows: readonly Row[], path: string): readonly Finding[] {
  const open = rows.flatMap((row, i) => (row.gt === undefined ? [] : [i]));
  const closed = rows.flatMap((row, i) => (row.ge === undefined ? [] : [i]));
  if (open.length === 0 || closed.length === 0) return [];
  const [odd, to] = open.length <= closed.length ? [open, 'ge'] : [closed, 'gt'];
  const q = c.quantities.of(of);
  const i = odd.find((row) => !touches(rows, row));
  const bound = i === undefined ? undefined : (rows[i]?.ge ?? rows[i]?.gt);
  if (i === undefined || bound === undefined) return [];
  const facts = findFirm(c, [], [{ q, set: [only(num(bound))] }]);
  const target = targetOf('row', path);
  const witness = facts && witnessOf(c, { facts }, [{ target, is: to === 'ge' ? (r) => r !== String(i) : String(i) }]);
  if (!witness) return [];
  const { ge: _, gt: __, ...rest } = rows[i] ?? {};
  const args = { rule: path, row: String(i + 1), bound, unit: q.unit, count: String(odd.length) };
  return [
    finding('hint', 'closedness-mixed', `${path}.rows.${i}`, args, {
      witness,
      fix: fix(to === 'ge' ? 'use-from' : 'use-above', args, [
        { op: 'replace', path: `${path}.rows.${i}`, value: { [to]: bound, ...rest } },
      ]),
    }),
  ];
}

/** Two rows at one bound, above it and exactly on it, are meant so. */
const touches = (rows: readonly Row[], i: number): boolean => {
  const bound = rows[i]?.ge ?? rows[i]?.gt;
  return [rows[i - 1], rows[i + 1]].some(
    (row) => (row?.ge ?? row?.gt) !== undefined && compare(num(row?.ge ?? row?.gt ?? '0'), num(bound ?? '0')) === 0,
  );
};

/** A row as narrow as one unit in the last place of its bounds (26 and 25.99): most likely an upper end written as a lower. */
function slivers(c: Checked, of: Expr, rows: readonly Band[], path: string): readonly Finding[] {
  const q = c.quantities.of(of);
  return rows.flatMap((row, i): readonly Finding[] => {
    const [high, low] = [rows[i - 1]?.ge ?? rows[i - 1]?.gt, row.ge ?? row.gt];
    if (high === undefined || low === undefined || !isOneStepApart(num(low), num(high)) || q.whole) return [];
    const args = { rule: path, row: String(i + 1), low, high, unit: q.unit };
    return [
      finding('warn', 'sliver-row', `${path}.rows.${i}`, args, {
        fix: fix('remove-row', args, [{ op: 'remove', path: `${path}.rows.${i}` }]),
      }),
    ];
  });
}

/** 25.99 below 26: one unit in the last place, and little beside the figures themselves. */
export function isOneStepApart(low: Rational, high: Rational): boolean {
  const gap = subtract(high, low);
  if (gap.n !== 1n || !/^10+$/.test(gap.d.toString())) return false;
  const units = divide(high, gap);
  return units.d === 1n && units.n >= 100n && units.n % 10n === 0n;
}

/** Whether a figure can lie strictly inside a stretch: not between two 分 or two people. */
export function canLieIn(c: Checked, q: Quantity, stretch: Interval): boolean {
  const id = q.expr.k === 'fact' ? q.expr.fact : undefined;
  const grid = gridOf(c.doc.facts.find((f) => f.id === id));
  return intersect([stretch], [q.bounds], q.whole).length > 0 && !(grid && missesGrid(stretch, grid));
}

/** Points or money that fall while the figure gets better, or go up and down. */
function falling(c: Checked, node: Banded, path: string): readonly Finding[] {
  const outs = node.rows.map((row) => num(row.out));
  const wanted = node.k === 'milestone' ? 1 : directionOf(c.doc, node.of);
  const steps = outs.slice(1).map((out, i) => compare(outs[i] ?? out, out));
  if (node.k === 'marginal') return [];
  const isZigzag = steps.includes(1) && steps.includes(-1);
  const bad = wanted === 0 ? (isZigzag ? oddStep(steps) : -1) : steps.indexOf(wanted === 1 ? -1 : 1);
  const [above, below] = [node.rows[bad], node.rows[bad + 1]];
  if (bad < 0 || !above || !below) return [];
  return pair(c, node, path, bad, wanted !== 0 ? 'points-fall' : 'points-zigzag');
}

/** The step that goes the way fewer steps go. */
const oddStep = (steps: readonly number[]): number => {
  const up = steps.filter((s) => s === 1).length;
  const down = steps.filter((s) => s === -1).length;
  return steps.indexOf(up >= down ? -1 : 1);
};

/** Two firms, one in each row: the better one gets less. */
function pair(
  c: Checked,
  node: Banded,
  path: string,
  row: number,
  code: 'points-fall' | 'points-zigzag',
): readonly Finding[] {
  const q = c.quantities.of(node.of);
  const [high, low] = [row, row + 1].map((i) => firmInRow(c, q, node, i));
  const [a, b] = [node.rows[row], node.rows[row + 1]];
  if (!high || !low || !a || !b) return [];
  const target = targetOf('value', path);
  const isFigure = (r: string): boolean => isNum(r);
  const claims = [
    { target, is: isFigure },
    { firm: 'other' as const, target, is: isFigure },
  ];
  const witness = witnessOf(c, { facts: high }, claims, { facts: low });
  const [x, y] = witness?.shows.map((s) => num(s.result)) ?? [];
  if (!x || !y || compare(x, y) !== compare(num(a.out), num(b.out))) return [];
  const args = {
    rule: path,
    row: String(row + 1),
    next: String(row + 2),
    high: a.out,
    low: b.out,
    unit: node.k === 'milestone' ? 'CNY' : node.unit,
  };
  const patch = [
    { op: 'replace' as const, path: `${path}.rows.${row}.out`, value: b.out },
    { op: 'replace' as const, path: `${path}.rows.${row + 1}.out`, value: a.out },
  ];
  const more = witness ? { witness, fix: fix('swap-points', args, patch) } : {};
  return [finding('warn', code, `${path}.rows.${row}.out`, args, more)];
}

function firmInRow(c: Checked, q: Quantity, node: Banded, i: number) {
  const stretch =
    node.k === 'linear' ? only(num(node.rows[i]?.ge ?? node.rows[i]?.gt ?? '0')) : stretches(node.rows)[i];
  const set = stretch ? intersect([stretch], [q.bounds], q.whole) : [];
  for (const value of picks({ q, set })) {
    const facts = findFirm(c, [], [{ q, set: [only(value)] }]);
    if (facts) return facts;
  }
  return findFirm(c, [], [{ q, set }]);
}
