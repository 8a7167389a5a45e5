import { type Bool, GIVEN_UP, type Int } from '../lower/ir.ts';
import { isConst, MAX_EXACT } from '../lower/ir-int.ts';
import { roundRatio } from '../lower/round-ratio.ts';
import { makeBands } from './closure-bands.ts';
import type { IntFn, Maker } from './closure-maker.ts';
import { rangeOf } from './slot-range.ts';

/** The closure of one whole number. */
export function makeInt(m: Maker, x: Int): IntFn {
  switch (x.k) {
    case 'const': {
      const { v } = x;
      return () => v;
    }
    case 'slot': {
      const { at } = x;
      return (s) => s[at] as number;
    }
    case 'temp': {
      const { at } = x;
      const { results } = m;
      return () => results[at] as number;
    }
    case 'round':
      return rounded(m, x);
    case 'pick':
      return chosen(m, x);
    case 'bands':
      return makeBands(m, x, false);
    case 'check':
      return checked(m, x.of);
    case 'open':
      return givenUp(m.results);
    default:
      return isConst(x.b) ? withConstant(m, x, x.b.v) : joined(m, x);
  }
}

type Binary = Int & { k: 'add' | 'sub' | 'mul' | 'min' | 'max' };

function withConstant(m: Maker, x: Binary, c: number): IntFn {
  if (x.k === 'mul' && x.a.k === 'slot') {
    const { at } = x.a;
    return (s) => (s[at] as number) * c;
  }
  const f = m.int(x.a);
  switch (x.k) {
    case 'add':
      return (s) => f(s) + c;
    case 'sub':
      return (s) => f(s) - c;
    case 'mul':
      return (s) => f(s) * c;
    case 'min':
      return (s) => Math.min(f(s), c);
    case 'max':
      return (s) => Math.max(f(s), c);
  }
}

function joined(m: Maker, x: Binary): IntFn {
  if (x.k === 'add') return summed(m, x);
  const [f, g] = [m.int(x.a), m.int(x.b)];
  switch (x.k) {
    case 'sub':
      return (s) => f(s) - g(s);
    case 'mul':
      return (s) => f(s) * g(s);
    case 'min':
      return (s) => Math.min(f(s), g(s));
    case 'max':
      return (s) => Math.max(f(s), g(s));
  }
}

/** A chain of sums in one closure, up to four terms at a time. */
function summed(m: Maker, x: Int): IntFn {
  const [a, b, c, d, ...more] = terms(x).map(m.int);
  if (!a || !b) return a ?? (() => 0);
  const first: IntFn = !c ? (s) => a(s) + b(s) : !d ? (s) => a(s) + b(s) + c(s) : (s) => a(s) + b(s) + c(s) + d(s);
  return more.reduce(
    (sum, f): IntFn =>
      (s) =>
        sum(s) + f(s),
    first,
  );
}

const terms = (x: Int): readonly Int[] => (x.k === 'add' ? [...terms(x.a), ...terms(x.b)] : [x]);

function rounded(m: Maker, x: Int & { k: 'round' }): IntFn {
  const [n, d] = [m.int(x.n), m.int(x.d)];
  const { mode } = x;
  if (!isConst(x.d)) return (s) => roundRatio(n(s), d(s), mode);
  const by = x.d.v;
  // A quotient of whole numbers below 2⁵³ never rounds up to the next whole number, so cutting it off is exact.
  return mode === 'down' ? (s) => Math.trunc(n(s) / by) : (s) => roundRatio(n(s), by, mode);
}

function chosen(m: Maker, x: Int & { k: 'pick' }): IntFn {
  if (x.then.k === 'bands' && isZero(x.else) && isAboveZero(x.if, x.then.d)) return makeBands(m, x.then, true);
  const chain = rangeChain(x);
  if (chain.rows.length > 1) return firstInRange(m, chain);
  const c = m.bool(x.if);
  const [f, g] = [m.int(x.then), m.int(x.else)];
  if (isConst(x.then) && isConst(x.else)) {
    const [a, b] = [x.then.v, x.else.v];
    return (s) => (c(s) ? a : b);
  }
  return (s) => (c(s) ? f(s) : g(s));
}

const isZero = (x: Int): boolean => isConst(x) && x.v === 0;

/** The condition is exactly that the denominator is above 0. */
const isAboveZero = (c: Bool, d: Int): boolean => {
  const range = rangeOf(c);
  return range !== undefined && d.k === 'slot' && range.at === d.at && range.lo === 1 && !Number.isFinite(range.hi);
};

interface Chain {
  readonly rows: readonly { readonly at: number; readonly lo: number; readonly hi: number; readonly out: number }[];
  readonly rest: Int;
}

/** "if slot in range then constant, else …" as rows of one table. */
function rangeChain(x: Int): Chain {
  if (x.k !== 'pick' || !isConst(x.then)) return { rows: [], rest: x };
  const range = rangeOf(x.if);
  if (!range) return { rows: [], rest: x };
  const { rows, rest } = rangeChain(x.else);
  return { rows: [{ ...range, out: x.then.v }, ...rows], rest };
}

function firstInRange(m: Maker, { rows, rest }: Chain): IntFn {
  const at = Int32Array.from(rows, (r) => r.at);
  const lo = Float64Array.from(rows, (r) => r.lo);
  const hi = Float64Array.from(rows, (r) => r.hi);
  const out = Float64Array.from(rows, (r) => r.out);
  const otherwise = m.int(rest);
  const n = rows.length;
  return (s) => {
    for (let i = 0; i < n; i++) {
      const v = s[at[i] as number] as number;
      if (v >= (lo[i] as number) && v <= (hi[i] as number)) return out[i] as number;
    }
    return otherwise(s);
  };
}

function checked(m: Maker, of: Int): IntFn {
  const f = m.int(of);
  const { results } = m;
  return (s) => {
    const v = f(s);
    if (v > MAX_EXACT || v < -MAX_EXACT) results[GIVEN_UP] = 1;
    return v;
  };
}

const givenUp =
  (results: Float64Array): IntFn =>
  () => {
    results[GIVEN_UP] = 1;
    return 0;
  };
