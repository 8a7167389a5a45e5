import { compare, divide, multiply, num, type Rational, ratio, sign, subtract } from '../../number/rational.ts';
import type { Band, Expr, Score } from '../../policy/document.ts';
import { any } from './ir-bool.ts';
import { constant, ONE_INT, pick, ZERO_INT } from './ir-int.ts';
import { type BoundRow, bandsInt, inRow } from './lower-compare.ts';
import {
  addValue,
  constantLeaf,
  type Leaf,
  leaf,
  mapLeaves,
  maxValue,
  minValue,
  mulValue,
  orZero,
  plain,
  someValue,
  split,
  subValue,
  toInt,
  type Value,
  ZERO_LEAF,
} from './lower-value.ts';
import type { Lowering } from './lowering.ts';

type Of<K extends Score['k']> = Extract<Score, { k: K }>;

/** The lowered form of a score node; the counterpart of `scoreOf` in the reference. Points always apply. */
export function lowerScore(l: Lowering, e: Score): Value {
  switch (e.k) {
    case 'bands':
      return bandsValue(l.number(e.of), e.rows);
    case 'bandsBy':
      return bandsByValue(l, e);
    case 'table':
      return tableValue(l, e);
    case 'marginal':
      return orZero(mapLeaves(l.number(e.of), (x) => slices(plain(x), knotsOf(e.rows))));
    case 'linear':
      return orZero(mapLeaves(l.number(e.of), (x) => lines(plain(x), knotsOf(e.rows))));
    case 'indicator':
      return maxValue(minValue(orZero(l.number(e.of)), text(e.full)), ZERO_LEAF);
    case 'sum':
      return capped(points(l, e.of).reduce(addValue), e.cap);
    case 'bestOf':
      return capped(points(l, e.of).reduce(maxValue), e.cap);
    case 'bonus':
      return split(l.truth(e.when), capped(text(e.out), e.cap), ZERO_LEAF);
  }
}

const text = (x: string): Leaf => constantLeaf(num(x));
const points = (l: Lowering, of: readonly Expr[]): readonly Value[] => of.map((x) => orZero(l.number(x)));
const capped = (x: Value, cap: string | undefined): Value => (cap === undefined ? x : minValue(x, text(cap)));

/** The outputs as whole numbers under one denominator. */
function wholeOuts(outs: readonly string[]): { readonly outs: readonly number[]; readonly scale: bigint } {
  const all = outs.map(num);
  const scale = all.reduce((s, x) => (s * x.d) / gcdOf(s, x.d), 1n);
  return { outs: all.map((x) => Number(x.n * (scale / x.d))), scale };
}

const gcdOf = (a: bigint, b: bigint): bigint => a / ratio(a, b).n;

export function bandsValue(v: Value, rows: readonly Band[]): Value {
  const { outs, scale } = wholeOuts(rows.map((row) => row.out));
  const whole = rows.map((row, i) => ({ ...boundOf(row), out: outs[i] ?? 0 }));
  return leaf(
    toInt(v, (x) => bandsInt(x, whole), ZERO_INT),
    constant(scale),
  );
}

const boundOf = (row: BoundRow): BoundRow => ({
  ...(row.ge === undefined ? {} : { ge: row.ge }),
  ...(row.gt === undefined ? {} : { gt: row.gt }),
});

function bandsByValue(l: Lowering, e: Of<'bandsBy'>): Value {
  const uses = e.rows.map((row) => orZero(l.number(row.use)));
  const by = l.number(e.by);
  const chosen = mapLeaves(by, (x) =>
    e.rows.reduceRight<Value>((rest, row, i) => split(inRow(x, row), uses[i] ?? ZERO_LEAF, rest), ZERO_LEAF),
  );
  // An "otherwise" row also holds for a number that does not apply; a table of a number that does not apply is 0.
  return split(someValue(by), chosen, ZERO_LEAF);
}

function tableValue(l: Lowering, e: Of<'table'>): Value {
  const { outs, scale } = wholeOuts([e.otherwise, ...e.rows.map((row) => row.out)]);
  const [otherwise = 0, ...rest] = outs;
  const rows = e.rows.map((row, i) => ({ when: l.truth(row.when), out: rest[i] ?? 0 }));
  // The highest output that is hit is the first hit in descending order.
  const order = e.hit === 'maxOut' ? rows.toSorted((a, b) => b.out - a.out) : rows;
  if (e.hit !== 'sumOut') {
    const chain = order.reduceRight((acc, row) => pick(row.when, constant(row.out), acc), constant(otherwise));
    return leaf(chain, constant(scale));
  }
  const sum = rows.map((row): Value => leaf(pick(row.when, constant(row.out), ZERO_INT))).reduce(addValue, ZERO_LEAF);
  const isHit = any(rows.map((row) => row.when));
  const total = otherwise === 0 ? sum : split(isHit, sum, leaf(constant(otherwise)));
  return mulValue(total, leaf(ONE_INT, constant(scale)));
}

interface Knot {
  readonly at: Rational;
  readonly out: Rational;
}

export const knotsOf = (rows: readonly Band[]): readonly Knot[] =>
  rows.toReversed().map((row) => ({ at: num(row.ge ?? row.gt ?? '0'), out: num(row.out) }));

/** Σ rate × part of x inside each slice. */
export function slices(x: Leaf, knots: readonly Knot[]): Value {
  const parts = knots.map((knot, i): Value => {
    const next = knots[i + 1];
    const end = next ? minValue(x, constantLeaf(next.at)) : x;
    const part = maxValue(subValue(end, constantLeaf(knot.at)), ZERO_LEAF);
    return mulValue(part, constantLeaf(knot.out));
  });
  return parts.reduce(addValue, ZERO_LEAF);
}

/** Straight lines between the points, flat outside. */
export function lines(x: Leaf, knots: readonly Knot[]): Value {
  const last = knots.at(-1);
  const flat = last ? constantLeaf(last.out) : ZERO_LEAF;
  const chain = knots.reduceRight<Value>((rest, knot, i) => {
    const below = inRow(x, { ge: exactText(knot.at) });
    return split(below, rest, lineTo(x, knots[i - 1], knot));
  }, flat);
  return split(someValue(x), chain, ZERO_LEAF);
}

function lineTo(x: Leaf, left: Knot | undefined, right: Knot): Value {
  if (!left || compare(left.at, right.at) === 0) return constantLeaf(right.out);
  const slope = divide(subtract(right.out, left.out), subtract(right.at, left.at));
  if (sign(slope) === 0) return constantLeaf(left.out);
  const start = subtract(left.out, multiply(slope, left.at));
  return addValue(mulValue(x, constantLeaf(slope)), constantLeaf(start));
}

const exactText = (x: Rational): string => `${x.n}/${x.d}`;
