import {
  floorInt,
  fromInt,
  multiply,
  negate,
  num,
  ONE,
  add as plus,
  power as powerOf,
  type Rational,
  ratio,
  sign,
} from '../../number/rational.ts';
import type { CmpOp } from '../../policy/document.ts';
import { type BandRow, type Bool, type Int, NotLowerable } from './ir.ts';
import { all, compareInts, NO, OPEN_BOOL, pickBool, some, YES } from './ir-bool.ts';
import { add, constant, exact, isConst, MAX_EXACT, mul, ONE_INT, pick, power, tested, ZERO_INT } from './ir-int.ts';
import { constantOf, type Leaf, plain, RATIO, shared, type Value } from './lower-value.ts';

/** `a op b` for any two numbers; a comparison with something that does not apply does not hold. */
export function compareValues(a: Value, op: CmpOp, b: Value): Bool {
  if (a.k === 'split') return pickBool(a.if, compareValues(a.then, op, b), compareValues(a.else, op, b));
  if (b.k === 'split') return pickBool(b.if, compareValues(a, op, b.then), compareValues(a, op, b.else));
  if (a.k === 'none' || b.k === 'none') return NO;
  if (a.k === 'open' || b.k === 'open') return OPEN_BOOL;
  return compareLeaves(a, op, b);
}

export function compareLeaves(a: Leaf, op: CmpOp, b: Leaf): Bool {
  if (b.root === 1) return compareToPlain(a, op, b);
  // Two ratios less 1 compare as the ratios.
  if (a.root === RATIO && b.root === RATIO) return crossed(a, op, b.n, b.d);
  if (a.root > 1 && b.root > 1) throw new NotLowerable('two growth rates compared under roots');
  return b.root === RATIO ? compareToPlain(a, op, plain(b)) : compareToPlain(b, FLIPPED[op], plain(a));
}

const FLIPPED: Record<CmpOp, CmpOp> = { lt: 'gt', le: 'ge', eq: 'eq', ne: 'ne', ge: 'le', gt: 'lt' };
/** What holds when the left side is certainly the greater. */
const GREATER: readonly CmpOp[] = ['ge', 'gt', 'ne'];

function compareToPlain(a: Leaf, op: CmpOp, b: Leaf): Bool {
  const q = constantOf(b);
  if (a.root === 1) return q ? compareToConstant(a, op, q) : crossed(a, op, b.n, b.d);
  if (q) {
    const base = plusOne(q);
    if (sign(base) < 0) return GREATER.includes(op) ? some(a.n) : NO;
    return compareToConstant(a, op, powerOf(base, exponentOf(a)));
  }
  // r ⋛ (1 + N/D)^root, where 1 + N/D below 0 is below every ratio.
  const base = add(b.n, b.d);
  const under = compareInts(base, 'lt', ZERO_INT);
  const beyond = GREATER.includes(op) ? all([some(a.n), some(base)]) : NO;
  return pickBool(under, beyond, crossed(a, op, power(base, exponentOf(a)), power(b.d, exponentOf(a))));
}

const exponentOf = (x: Leaf): number => (x.root === RATIO ? 1 : x.root);

const plusOne = (q: Rational): Rational => plus(ONE, q);

/** n/d ⋛ N/D as n·D ⋛ N·d. */
function crossed(a: Leaf, op: CmpOp, n: Int, d: Int): Bool {
  const [x, y] = shared(a.d, d);
  return compareInts(mul(a.n, y), op, mul(n, x));
}

function compareToConstant(a: Leaf, op: CmpOp, q: Rational): Bool {
  if (!isConst(a.d)) return crossed(a, op, constant(q.n), constant(q.d));
  return compareWhole(a.n, op, multiply(q, fromInt(BigInt(a.d.v))));
}

/** A whole number against an exact one: the next whole number on the right side of it decides. */
function compareWhole(x: Int, op: CmpOp, t: Rational): Bool {
  if (x.k === 'mul' && isConst(x.b) && x.b.v > 0 && x.err === 0)
    return compareWhole(x.a, op, multiply(t, ratio(1n, BigInt(x.b.v))));
  const [down, up] = [whole(floorInt(t)), whole(ceilInt(t))];
  switch (op) {
    case 'ge':
      return compareInts(x, 'ge', up);
    case 'gt':
      return compareInts(x, 'gt', down);
    case 'le':
      return compareInts(x, 'le', down);
    case 'lt':
      return compareInts(x, 'lt', up);
    default:
      return t.d === 1n ? compareInts(x, op, down) : op === 'ne' ? some(x) : NO;
  }
}

const ceilInt = (t: Rational): bigint => -floorInt(negate(t));
const whole = (n: bigint): Int => constant(n);

/** A row of a band table as far as its bound goes. */
export interface BoundRow {
  readonly ge?: string;
  readonly gt?: string;
}

export function inRow(x: Leaf, row: BoundRow): Bool {
  if (row.ge !== undefined) return compareToPlainText(x, 'ge', row.ge);
  return row.gt !== undefined ? compareToPlainText(x, 'gt', row.gt) : YES;
}

function compareToPlainText(x: Leaf, op: CmpOp, bound: string): Bool {
  const q = num(bound);
  if (q.d === 0n) throw new NotLowerable('an infinite bound');
  return compareToPlain(x, op, { k: 'leaf', n: constant(q.n), d: constant(q.d), root: 1 });
}

/** Whole-number outputs of a band table; a number that does not apply gives 0. */
export function bandsInt(x: Leaf, rows: readonly (BoundRow & { readonly out: number })[]): Int {
  const end = rows.findIndex((row) => row.ge === undefined && row.gt === undefined);
  const bounded = end < 0 ? rows : rows.slice(0, end);
  const none = end < 0 ? 0 : (rows[end]?.out ?? 0);
  const fast = bounded.map((row) => bandRow(x, row));
  const scale = isConst(x.d) ? ONE_INT : x.d;
  const outs = [...bounded.map((row) => row.out), none, 0];
  if (fast.every((row) => row !== undefined) && x.n.err + scale.err === 0) {
    const span = { lo: Math.min(...outs), hi: Math.max(...outs), na: false, open: x.n.open, err: 0 };
    return bounded.length === 0
      ? otherwise(x, none)
      : { k: 'bands', n: x.n, d: scale, rows: descending(fast), none, ...span };
  }
  return bounded.reduceRight((rest, row) => pick(inRow(x, row), constant(row.out), rest), otherwise(x, none));
}

/** Without the rows that an earlier row leaves nothing for. */
function descending(rows: readonly BandRow[]): readonly BandRow[] {
  return rows.filter((row, i) => rows.slice(0, i).every((above) => leavesRoom(above, row)));
}

function leavesRoom(above: BandRow, row: BandRow): boolean {
  const [x, y] = [BigInt(above.p) * BigInt(row.q), BigInt(row.p) * BigInt(above.q)];
  return x > y || (x === y && above.strict && !row.strict);
}

const otherwise = (x: Leaf, none: number): Int => (none === 0 ? ZERO_INT : pick(some(x.n), constant(none), ZERO_INT));

/** The row as factors of n and d, where both products are certainly exact. */
function bandRow(x: Leaf, row: BoundRow & { readonly out: number }): BandRow | undefined {
  const bound = num(row.ge ?? row.gt ?? '0');
  const base = x.root === 1 ? bound : plusOne(bound);
  if (bound.d === 0n || sign(base) < 0) return undefined;
  const q = x.root === 1 ? base : powerOf(base, exponentOf(x));
  const strict = row.ge === undefined;
  if (isConst(x.d)) return thresholdRow(multiply(q, fromInt(BigInt(x.d.v))), strict, row.out);
  const [p, m] = [Number(q.n), Number(q.d)];
  const size = Math.max(Math.abs(x.n.lo), Math.abs(x.n.hi)) * m;
  return Math.max(size, Math.abs(p) * x.d.hi) <= MAX_EXACT ? { p, q: m, strict, out: row.out } : undefined;
}

/** Under a constant denominator: a whole number at or above the next whole threshold. */
function thresholdRow(t: Rational, strict: boolean, out: number): BandRow | undefined {
  const p = Number(strict ? floorInt(t) + 1n : ceilInt(t));
  return Math.abs(p) <= MAX_EXACT ? { p, q: 1, strict: false, out } : undefined;
}

/** a ÷ b; `whenZero` where b is 0 and a applies. */
export function divide(
  a: Leaf,
  b: Leaf,
  whenZero: Value,
  make: (c: Bool, x: Value, y: Value) => Value,
  none: Value,
): Value {
  const [x, y] = shared(b.d, a.d);
  const over = (by: Int, n: Int): Value => ({ k: 'leaf', n: mul(n, x), d: exact(mul(by, y)), root: 1 });
  const minus = (v: Int): Int => mul(v, constant(-1));
  const zero = make(some(a.n), whenZero, none);
  const isAbove = compareInts(b.n, 'gt', ZERO_INT);
  const isBelow = compareInts(b.n, 'lt', ZERO_INT);
  const isZero = compareInts(b.n, 'eq', ZERO_INT);
  const below = (): Value => over(tested(minus(b.n), 1), minus(a.n));
  const rest = make(isZero, zero, none);
  return make(
    isAbove,
    over(tested(b.n, 1), a.n),
    isBelow.k === 'const' && !isBelow.v ? rest : make(isBelow, below(), rest),
  );
}
