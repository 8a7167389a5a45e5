import { compare, formatNum, num, type Rational, subtract } from '../number/rational.ts';
import type { Band, CmpOp, Expr, Unit } from '../policy/document.ts';
import type { Cmp } from './drivers.ts';
import type { Margin } from './explanation.ts';
import { type Case, marginOf, TURNED } from './margin.ts';

interface Margins {
  readonly up?: Margin;
  readonly down?: Margin;
}

/** A row that can be reached, and the line between it and where the value is now. */
interface Step {
  readonly out: Rational;
  readonly edge: Band;
  readonly rising: boolean;
}

/** How far a banded value is from the next better row (`up`) and what it may lose before it falls to a worse one (`down`). */
export function bandMargins(c: Case, of: Expr, rows: readonly Band[], row: number, unit: Unit): Margins {
  const now = num(rows[row]?.out ?? '0');
  const better = nearestRow(rows, row, (out) => compare(out, now) > 0);
  const worse = nearestRow(rows, row, (out) => compare(out, now) < 0);
  const up = better && marginOf(c, goalOf(of, better, better.rising, unit)).up;
  const down = worse && marginOf(c, goalOf(of, worse, !worse.rising, unit)).down;
  return {
    ...(up ? { up: { ...up, gain: formatNum(subtract(better.out, now)) } } : {}),
    ...(down ? { down: { ...down, gain: formatNum(subtract(worse.out, now)) } } : {}),
  };
}

/** The nearest row above that is wanted, else the nearest one below; past the last row the value pays 0. */
function nearestRow(rows: readonly Band[], row: number, wants: (out: Rational) => boolean): Step | undefined {
  const at = row < 0 ? rows.length : row;
  for (let j = at - 1; j >= 0; j--) {
    const target = rows[j];
    if (target && wants(num(target.out))) return { out: num(target.out), edge: target, rising: true };
  }
  for (let j = at + 1; j <= rows.length; j++) {
    const out = num(rows[j]?.out ?? '0');
    const edge = rows[j - 1];
    if (edge && isBounded(edge) && wants(out)) return { out, edge, rising: false };
  }
  return undefined;
}

const isBounded = (row: Band): boolean => row.ge !== undefined || row.gt !== undefined;

/** The value on the upper side of the line (or on the lower). */
function goalOf(of: Expr, { edge }: Step, above: boolean, unit: Unit): Cmp {
  const op: CmpOp = edge.ge !== undefined ? 'ge' : 'gt';
  return { k: 'cmp', op: above ? op : TURNED[op], a: of, b: { k: 'lit', value: edge.ge ?? edge.gt ?? '0', unit } };
}
