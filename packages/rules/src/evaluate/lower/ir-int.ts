import type { RoundMode } from '../../policy/document.ts';
import { type Bool, type Int, NotLowerable, type Span } from './ir.ts';
import { roundRatio } from './round-ratio.ts';

/** Whole numbers up to here are exact in a double. */
export const MAX_EXACT = Number.MAX_SAFE_INTEGER;
/** Products beyond this are not even estimated. */
const MAX_ESTIMATE = 1e300;

export const constant = (v: number | bigint): Int => {
  const x = Number(v);
  if (Math.abs(x) > MAX_ESTIMATE) throw new NotLowerable('a constant beyond all bounds');
  return { k: 'const', v: x, lo: x, hi: x, na: false, open: false, err: Math.abs(x) > MAX_EXACT ? 1 : 0 };
};
export const ZERO_INT = constant(0);
export const ONE_INT = constant(1);
/** What stands at a place: of the number itself only its bounds are left. */
export const tempAt = ({ lo, hi, na, open, err }: Int, at: number): Int => ({ k: 'temp', at, lo, hi, na, open, err });
/** Does not apply. */
export const NA_INT: Int = { k: 'const', v: Number.NaN, lo: 0, hi: 0, na: true, open: false, err: 0 };
/** Not a known number. */
export const OPEN_INT: Int = { k: 'open', lo: 0, hi: 0, na: false, open: true, err: 0 };

export const isConst = (x: Int): x is Int & { k: 'const' } => x.k === 'const' && !x.na;
const isBig = (s: { lo: number; hi: number }): boolean => Math.max(Math.abs(s.lo), Math.abs(s.hi)) > MAX_EXACT;

/** The value itself where it is certainly exact, else with a check that gives the firm up when it is not. */
export function exact(x: Int): Int {
  if (x.err === 0 && !isBig(x)) return x;
  const [lo, hi] = [Math.max(x.lo, -MAX_EXACT), Math.min(x.hi, MAX_EXACT)];
  return { k: 'check', of: x, lo, hi, na: x.na, open: x.open, err: 0 };
}

function spanOf(a: Int, b: Int, corners: readonly number[], err: number): Span {
  const lo = Math.min(...corners);
  const hi = Math.max(...corners);
  if (!(Math.abs(lo) < MAX_ESTIMATE && Math.abs(hi) < MAX_ESTIMATE))
    throw new NotLowerable('a product beyond all bounds');
  return { lo, hi, na: a.na || b.na, open: a.open || b.open, err };
}

export function add(a: Int, b: Int): Int {
  if (isConst(a) && isConst(b) && a.err + b.err === 0) return exact(constant(a.v + b.v));
  if (isConst(a) && a.v === 0) return b;
  if (isConst(b) && b.v === 0) return a;
  const span = spanOf(a, b, [a.lo + b.lo, a.hi + b.hi], 0);
  if (a.err + b.err === 0 && !isBig(span)) return { k: 'add', a, b, ...span };
  // A rounded sum keeps its relative error only while nothing cancels.
  if (a.lo >= 0 && b.lo >= 0) return { k: 'add', a, b, ...span, err: Math.max(a.err, b.err) + 1 };
  return joined('add', exact(a), exact(b));
}

export function sub(a: Int, b: Int): Int {
  if (isConst(b) && b.v === 0) return a;
  if (isConst(a) && isConst(b) && a.err + b.err === 0) return exact(constant(a.v - b.v));
  return joined('sub', exact(a), exact(b));
}

function joined(k: 'add' | 'sub', a: Int, b: Int): Int {
  const corners = k === 'add' ? [a.lo + b.lo, a.hi + b.hi] : [a.lo - b.hi, a.hi - b.lo];
  return exact({ k, a, b, ...spanOf(a, b, corners, 0) });
}

export const neg = (a: Int): Int => sub(ZERO_INT, a);

export function mul(a: Int, b: Int): Int {
  if (isConst(a) && !isConst(b)) return mul(b, a);
  if (isConst(b) && b.v === 1) return a;
  if (isConst(b) && b.v === 0 && !a.na && !a.open) return ZERO_INT;
  if (isConst(a) && isConst(b) && Math.abs(a.v * b.v) <= MAX_EXACT) return constant(a.v * b.v);
  // (x·c)·d = x·(c·d): one multiplication while running.
  if (isConst(b) && a.k === 'mul' && isConst(a.b) && Math.abs(a.b.v * b.v) <= MAX_EXACT)
    return mul(a.a, constant(a.b.v * b.v));
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  const span = spanOf(a, b, corners, 0);
  const err = isBig(span) || a.err + b.err > 0 ? a.err + b.err + 1 : 0;
  return { k: 'mul', a, b, ...span, err };
}

export function power(a: Int, e: number): Int {
  return e === 0 ? ONE_INT : e === 1 ? a : mul(power(a, e - 1), a);
}

const isSure = (x: Int): boolean => !x.na && !x.open && x.k !== 'check';

export function least(x: Int, y: Int): Int {
  const [a, b] = [exact(x), exact(y)];
  if (isConst(a) && isConst(b)) return a.v <= b.v ? a : b;
  if (a.hi <= b.lo && isSure(b)) return a;
  if (b.hi <= a.lo && isSure(a)) return b;
  return { k: 'min', a, b, ...spanOf(a, b, [Math.min(a.lo, b.lo), Math.min(a.hi, b.hi)], 0) };
}

export function greatest(x: Int, y: Int): Int {
  const [a, b] = [exact(x), exact(y)];
  if (isConst(a) && isConst(b)) return a.v >= b.v ? a : b;
  if (a.lo >= b.hi && isSure(b)) return a;
  if (b.lo >= a.hi && isSure(a)) return b;
  return { k: 'max', a, b, ...spanOf(a, b, [Math.max(a.lo, b.lo), Math.max(a.hi, b.hi)], 0) };
}

export function round(x: Int, by: Int, mode: RoundMode): Int {
  const [n, d] = [exact(x), exact(by)];
  if (isConst(d) && d.v === 1) return n;
  if (isConst(n) && isConst(d)) return constant(roundRatio(n.v, d.v, mode));
  // |n/d| ≤ |n| for d ≥ 1, and rounding away from zero stays within it too.
  const least = isConst(d) ? d.v : 1;
  const ends = [roundRatio(n.lo, least, 'up'), roundRatio(n.hi, least, 'up'), 0];
  return { k: 'round', n, d, mode, ...spanOf(n, d, ends, 0) };
}

export function pick(c: Bool, a: Int, b: Int): Int {
  if (c.k === 'const') return c.v ? a : b;
  if (isConst(a) && isConst(b) && a.v === b.v && c.k !== 'open') return a;
  return { k: 'pick', if: c, then: a, else: b, ...spanOf(a, b, [a.lo, a.hi, b.lo, b.hi], Math.max(a.err, b.err)) };
}

/** The same number, known to apply and to lie at least at `lo`, inside a branch that has tested it. */
export const tested = (x: Int, lo = x.lo): Int => ({ ...x, na: false, lo: Math.max(lo, x.lo) });
