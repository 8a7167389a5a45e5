import { type Bool, GIVEN_UP } from '../lower/ir.ts';
import { MAX_EXACT } from '../lower/ir-int.ts';
import type { BoolFn, Maker } from './closure-maker.ts';
import { rangeOf, type SlotRange } from './slot-range.ts';

/** The closure of one condition. */
export function makeBool(m: Maker, b: Bool): BoolFn {
  const range = rangeOf(b);
  if (range) return inRange(range);
  switch (b.k) {
    case 'const':
      return b.v ? () => true : () => false;
    case 'cmp':
      return b.tol > 0 ? estimated(m, b) : compared(m, b);
    case 'word':
      return oneOf(b.at, b.codes);
    case 'temp':
      return stored(m.results, b.at);
    case 'all':
      return conjunction(m, b.of);
    case 'any':
      return disjunction(m, b.of);
    case 'not':
      return negated(m.bool(b.of));
    case 'atLeast':
      return counted(b.n, b.of.map(m.bool));
    case 'pick':
      return chosen(m.bool(b.if), m.bool(b.then), m.bool(b.else));
    case 'some':
      return applies(m, b.of);
    case 'open':
      return givenUp(m.results);
  }
}

function inRange({ at, lo, hi }: SlotRange): BoolFn {
  if (lo === hi) return (s) => s[at] === lo;
  if (hi === Number.POSITIVE_INFINITY) return (s) => (s[at] as number) >= lo;
  if (lo === Number.NEGATIVE_INFINITY) return (s) => (s[at] as number) <= hi;
  return (s) => (s[at] as number) >= lo && (s[at] as number) <= hi;
}

const oneOf = (at: number, codes: readonly number[]): BoolFn => {
  const table = new Uint8Array(Math.max(0, ...codes) + 2);
  for (const code of codes) table[code + 1] = 1;
  return (s) => table[(s[at] as number) + 1] === 1;
};
const stored =
  (results: Float64Array, at: number): BoolFn =>
  () =>
    results[at] === 1;
const negated =
  (f: BoolFn): BoolFn =>
  (s) =>
    !f(s);
const chosen =
  (c: BoolFn, a: BoolFn, b: BoolFn): BoolFn =>
  (s) =>
    c(s) ? a(s) : b(s);
const counted =
  (n: number, of: readonly BoolFn[]): BoolFn =>
  (s) => {
    let held = 0;
    for (const f of of) if (f(s)) held++;
    return held >= n;
  };

function applies(m: Maker, x: Extract<Bool, { k: 'some' }>['of']): BoolFn {
  if (x.k === 'slot') {
    const { at } = x;
    return (s) => !Number.isNaN(s[at]);
  }
  const f = m.int(x);
  return (s) => !Number.isNaN(f(s));
}

const givenUp =
  (results: Float64Array): BoolFn =>
  () => {
    results[GIVEN_UP] = 1;
    return false;
  };

type Cmp = Extract<Bool, { k: 'cmp' }>;

function compared(m: Maker, { op, a, b }: Cmp): BoolFn {
  const [x, y] = [m.int(a), m.int(b)];
  if (b.k === 'const' && op === 'ge') {
    const c = b.v;
    return (s) => x(s) >= c;
  }
  if (op === 'ge') return (s) => x(s) >= y(s);
  if (op === 'gt') return (s) => x(s) > y(s);
  if (op === 'eq') return (s) => x(s) === y(s);
  // Not `!==`: something that does not apply differs from nothing.
  return (s) => {
    const [v, w] = [x(s), y(s)];
    return v < w || v > w;
  };
}

/** Sides that may have been rounded: decided where they are clearly apart or both still exact. */
function estimated(m: Maker, { op, a, b, tol }: Cmp): BoolFn {
  const [x, y] = [m.int(a), m.int(b)];
  const { results } = m;
  const isYes = (v: number, w: number): boolean =>
    op === 'ge' ? v >= w : op === 'gt' ? v > w : op === 'eq' ? v === w : v < w || v > w;
  return (s) => {
    const v = x(s);
    const w = y(s);
    const size = Math.max(Math.abs(v), Math.abs(w));
    if (size > MAX_EXACT && Math.abs(v - w) <= tol * size) results[GIVEN_UP] = 1;
    return isYes(v, w);
  };
}

/** Tests of single slots first and in one loop: no calls, and they are the cheapest to fail. */
function conjunction(m: Maker, of: readonly Bool[]): BoolFn {
  const [ranges, rest] = parted(of);
  const fast = allRanges(ranges);
  const [f, g, ...more] = rest.map(m.bool);
  if (!f) return fast;
  if (ranges.length === 0) return g ? every(f, g, more) : f;
  if (!g) return (s) => fast(s) && f(s);
  const slow = every(f, g, more);
  return (s) => fast(s) && slow(s);
}

function disjunction(m: Maker, of: readonly Bool[]): BoolFn {
  const [ranges, rest] = parted(of);
  const fast = anyRange(ranges);
  const [f, g, ...more] = rest.map(m.bool);
  if (!f) return fast;
  if (ranges.length === 0) return g ? either(f, g, more) : f;
  if (!g) return (s) => fast(s) || f(s);
  const slow = either(f, g, more);
  return (s) => fast(s) || slow(s);
}

function parted(of: readonly Bool[]): readonly [readonly SlotRange[], readonly Bool[]] {
  const ranges = of.map(rangeOf);
  return [ranges.filter((r) => r !== undefined), of.filter((_, i) => ranges[i] === undefined)];
}

function every(f: BoolFn, g: BoolFn, more: readonly BoolFn[]): BoolFn {
  const [next, ...after] = more;
  if (!next) return (s) => f(s) && g(s);
  const rest = every(g, next, after);
  return (s) => f(s) && rest(s);
}

function either(f: BoolFn, g: BoolFn, more: readonly BoolFn[]): BoolFn {
  const [next, ...after] = more;
  if (!next) return (s) => f(s) || g(s);
  const rest = either(g, next, after);
  return (s) => f(s) || rest(s);
}

function allRanges(ranges: readonly SlotRange[]): BoolFn {
  const [first] = ranges;
  if (first && ranges.length === 1) return inRange(first);
  const { at, lo, hi } = columns(ranges);
  const n = ranges.length;
  return (s) => {
    for (let i = 0; i < n; i++) {
      const v = s[at[i] as number] as number;
      if (!(v >= (lo[i] as number) && v <= (hi[i] as number))) return false;
    }
    return true;
  };
}

function anyRange(ranges: readonly SlotRange[]): BoolFn {
  const [first] = ranges;
  if (first && ranges.length === 1) return inRange(first);
  const { at, lo, hi } = columns(ranges);
  const n = ranges.length;
  return (s) => {
    for (let i = 0; i < n; i++) {
      const v = s[at[i] as number] as number;
      if (v >= (lo[i] as number) && v <= (hi[i] as number)) return true;
    }
    return false;
  };
}

function columns(ranges: readonly SlotRange[]): { at: Int32Array; lo: Float64Array; hi: Float64Array } {
  return {
    at: Int32Array.from(ranges, (r) => r.at),
    lo: Float64Array.from(ranges, (r) => r.lo),
    hi: Float64Array.from(ranges, (r) => r.hi),
  };
}
