import { compare, num, type Rational } from '../../number/rational.ts';
import type { Band, Expr, Score } from '../../policy/document.ts';
import type { Bool } from '../lower/ir.ts';
import { all, any, not, YES } from '../lower/ir-bool.ts';
import { constantLeaf } from '../lower/lower-value.ts';
import { branch, certain, type Kleene, test } from './kleene.ts';
import type { RangeLowering } from './range-lowering.ts';
import { piecewiseRange } from './range-piecewise.ts';
import {
  addRange,
  hull,
  maxRange,
  minRange,
  orZero,
  pickRange,
  type Ranged,
  settled,
  textRange,
  ZERO_RANGE,
} from './ranged.ts';

type Of<K extends Score['k']> = Extract<Score, { k: K }>;

/** The lowered range of a score that may be open; the counterpart of `scoreOf` in the reference. Points always apply. */
export function scoreRange(l: RangeLowering, e: Score): Ranged {
  switch (e.k) {
    case 'bands':
      return bandsRange(l, l.range(e.of), outRows(e.rows));
    case 'bandsBy':
      return bandsRange(
        l,
        l.range(e.by),
        e.rows.map((row) => ({ ...row, out: orZero(l.range(row.use)) })),
      );
    case 'table':
      return tableRange(l, e);
    case 'marginal':
    case 'linear':
      return piecewiseRange(l, e.k, l.range(e.of), e.rows);
    case 'indicator':
      return maxRange(minRange(orZero(l.range(e.of)), textRange(e.full)), ZERO_RANGE);
    case 'sum':
      return capped(fold(l, points(l, e.of), addRange), e.cap);
    case 'bestOf':
      return capped(fold(l, points(l, e.of), maxRange), e.cap);
    case 'bonus':
      return branch(l.truth(e.when), capped(textRange(e.out), e.cap), ZERO_RANGE);
  }
}

const points = (l: RangeLowering, of: readonly Expr[]): readonly Ranged[] => of.map((x) => orZero(l.range(x)));
const fold = (l: RangeLowering, of: readonly Ranged[], f: (a: Ranged, b: Ranged) => Ranged): Ranged =>
  of.reduce((a, b) => l.named(f(a, b)));
const capped = (x: Ranged, cap: string | undefined): Ranged => (cap === undefined ? x : minRange(x, textRange(cap)));

interface Bounded {
  readonly ge?: string;
  readonly gt?: string;
}
interface Row extends Bounded {
  readonly out: Ranged;
}
export const outRows = (rows: readonly Band[]): readonly Row[] =>
  rows.map((row) => ({ ...row, out: textRange(row.out) }));

function inRow(x: Ranged, row: Bounded): Kleene {
  if (row.ge !== undefined) return test(x, 'ge', textRange(row.ge));
  return row.gt === undefined ? certain(YES) : test(x, 'gt', textRange(row.gt));
}

/** The rows that may be hit: 0 where the value does not apply or no row is hit. */
export function bandsRange(l: RangeLowering, value: Ranged, rows: readonly Row[]): Ranged {
  const hit = firstHit(
    l,
    rows.map((row) => ({ t: l.namedTruth(inRow(value, row)), out: row.out })),
    ZERO_RANGE,
  );
  // Beside the rows, 0 counts where the value may not apply; it is all there is where the value does not apply.
  return pickRange(not(value.some), ZERO_RANGE, pickRange(value.na, hull(hit, ZERO_RANGE), hit));
}

interface Case {
  readonly t: Kleene;
  readonly out: Ranged;
}

/** Hull of the rows up to the first that certainly holds, which may hold; `otherwise` counts where none certainly does. */
function firstHit(l: RangeLowering, rows: readonly Case[], otherwise: Ranged): Ranged {
  return rows.reduceRight<Ranged>(
    (rest, { t, out }) => l.named(pickRange(t.yes, out, pickRange(t.no, rest, hull(out, rest)))),
    otherwise,
  );
}

function tableRange(l: RangeLowering, e: Of<'table'>): Ranged {
  const rows = e.rows.map((row): Case & { readonly worth: Rational } => ({
    t: l.truth(row.when),
    out: textRange(row.out),
    worth: num(row.out),
  }));
  const otherwise = textRange(e.otherwise);
  if (e.hit === 'unique' || e.hit === 'first') return firstHit(l, rows, otherwise);
  const join = e.hit === 'maxOut' ? maxRange : addRange;
  // Rows that certainly hold count; those that may hold widen what the rows before them come to.
  const sum = (
    start: Ranged | undefined,
    which: (t: Kleene) => Bool,
    step: (acc: Ranged, out: Ranged) => Ranged,
  ): Ranged => rows.reduce((acc, { t, out }) => l.named(pickRange(which(t), step(acc, out), acc)), start ?? ZERO_RANGE);
  const least = settled(constantLeaf(rows.map((r) => r.worth).reduce((a, b) => (compare(a, b) < 0 ? a : b), num('0'))));
  const sure = sum(e.hit === 'maxOut' ? least : ZERO_RANGE, (t) => t.yes, join);
  const isSure = any(rows.map(({ t }) => t.yes));
  const open = (t: Kleene): Bool => all([not(t.yes), not(t.no)]);
  const widened = (start: Ranged): Ranged => sum(start, open, (acc, out) => hull(acc, join(acc, out)));
  const none = sum(otherwise, open, hull);
  const isOpen = any(rows.map(({ t }) => open(t)));
  const unsure = e.hit === 'sumOut' ? pickRange(isOpen, hull(none, widened(ZERO_RANGE)), none) : none;
  return pickRange(isSure, widened(sure), unsure);
}
