import { type Int, stepsOf } from '../lower/ir.ts';
import { isConst, MAX_EXACT } from '../lower/ir-int.ts';
import { roundRatio } from '../lower/round-ratio.ts';
import {
  giveUpAll,
  mayGiveUp,
  narrowed,
  narrowedByNot,
  newBools,
  newInts,
  type VecInt,
  type VectorMaker,
} from './vector-maker.ts';

/** The vector of one whole number. */
export function makeVecInt(m: VectorMaker, x: Int): VecInt {
  switch (x.k) {
    case 'const':
      return constantly(x.v);
    case 'slot': {
      const { at } = x;
      return () => m.slots[at] as Float64Array;
    }
    case 'temp': {
      const { at } = x;
      const fixed = m.constants.get(at);
      return fixed === undefined ? () => m.ints.get(at) as Float64Array : constantly(fixed);
    }
    case 'round':
      return rounded(m, x);
    case 'pick':
      return chosen(m, x);
    case 'bands':
      return banded(m, x);
    case 'check':
      return checked(m, x.of);
    case 'open': {
      const zeros = newInts();
      return (n, mask) => {
        giveUpAll(m, n, mask);
        return zeros;
      };
    }
    default:
      return isConst(x.b) ? withConstant(m, x, x.b.v) : joined(m, x);
  }
}

const constantly = (v: number): VecInt => {
  const all = newInts().fill(v);
  return () => all;
};

type Binary = Int & { k: 'add' | 'sub' | 'mul' | 'min' | 'max' };
const at = (v: Float64Array, i: number): number => v[i] as number;

function withConstant(m: VectorMaker, x: Binary, c: number): VecInt {
  const f = m.int(x.a);
  const out = newInts();
  const loops: Record<Binary['k'], (a: Float64Array, n: number) => void> = {
    add: (a, n) => {
      for (let i = 0; i < n; i++) out[i] = at(a, i) + c;
    },
    sub: (a, n) => {
      for (let i = 0; i < n; i++) out[i] = at(a, i) - c;
    },
    mul: (a, n) => {
      for (let i = 0; i < n; i++) out[i] = at(a, i) * c;
    },
    min: (a, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.min(at(a, i), c);
    },
    max: (a, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.max(at(a, i), c);
    },
  };
  const loop = loops[x.k];
  return (n, mask) => {
    loop(f(n, mask), n);
    return out;
  };
}

function joined(m: VectorMaker, x: Binary): VecInt {
  const [f, g] = [m.int(x.a), m.int(x.b)];
  const out = newInts();
  const loops: Record<Binary['k'], (a: Float64Array, b: Float64Array, n: number) => void> = {
    add: (a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = at(a, i) + at(b, i);
    },
    sub: (a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = at(a, i) - at(b, i);
    },
    mul: (a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = at(a, i) * at(b, i);
    },
    min: (a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.min(at(a, i), at(b, i));
    },
    max: (a, b, n) => {
      for (let i = 0; i < n; i++) out[i] = Math.max(at(a, i), at(b, i));
    },
  };
  const loop = loops[x.k];
  return (n, mask) => {
    loop(f(n, mask), g(n, mask), n);
    return out;
  };
}

function rounded(m: VectorMaker, x: Int & { k: 'round' }): VecInt {
  const [f, g] = [m.int(x.n), m.int(x.d)];
  const { mode } = x;
  const out = newInts();
  const isCut = mode === 'down';
  return (n, mask) => {
    const [a, b] = [f(n, mask), g(n, mask)];
    // A quotient of whole numbers below 2⁵³ never rounds up to the next whole number, so cutting it off is exact.
    if (isCut) for (let i = 0; i < n; i++) out[i] = Math.trunc(at(a, i) / at(b, i));
    else for (let i = 0; i < n; i++) out[i] = roundRatio(at(a, i), at(b, i), mode);
    return out;
  };
}

function chosen(m: VectorMaker, x: Int & { k: 'pick' }): VecInt {
  const c = m.bool(x.if);
  const [f, g] = [m.int(x.then), m.int(x.else)];
  const out = newInts();
  const [thenMask, elseMask] = [mayGiveUp(x.then), mayGiveUp(x.else)].map((may) => (may ? newBools() : undefined));
  return (n, mask) => {
    const holds = c(n, mask);
    const a = f(n, thenMask && narrowed(mask, holds, n, thenMask));
    const b = g(n, elseMask && narrowedByNot(mask, holds, n, elseMask));
    for (let i = 0; i < n; i++) out[i] = holds[i] === 1 ? at(a, i) : at(b, i);
    return out;
  };
}

/** A sum of steps, so that there is no branch a processor could guess wrongly. */
function banded(m: VectorMaker, x: Int & { k: 'bands' }): VecInt {
  const [f, g] = [m.int(x.n), m.int(x.d)];
  const out = newInts();
  const rows: Rows = {
    p: Float64Array.from(x.rows, (row) => row.p),
    q: Float64Array.from(x.rows, (row) => row.q),
    steps: Float64Array.from(stepsOf(x.rows, x.none)),
  };
  const isLoose = x.rows.every((row) => !row.strict);
  const strict = Uint8Array.from(x.rows, (row) => Number(row.strict));
  const { none } = x;
  return (n, mask) => {
    const [v, d] = [f(n, mask), g(n, mask)];
    for (let i = 0; i < n; i++) {
      const [a, b] = [at(v, i), at(d, i)];
      const start = none !== 0 && !Number.isNaN(a) ? none : 0;
      out[i] = isLoose ? start + loose(rows, a, b) : start + mixed(rows, strict, a, b);
    }
    return out;
  };
}

interface Rows {
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly steps: Float64Array;
}

function loose({ p, q, steps }: Rows, v: number, d: number): number {
  let sum = 0;
  for (let r = 0; r < p.length; r++) sum += Number(v * at(q, r) >= at(p, r) * d) * at(steps, r);
  return sum;
}

function mixed({ p, q, steps }: Rows, strict: Uint8Array, v: number, d: number): number {
  let sum = 0;
  for (let r = 0; r < p.length; r++) {
    const [left, right] = [v * at(q, r), at(p, r) * d];
    sum += Number(strict[r] === 1 ? left > right : left >= right) * at(steps, r);
  }
  return sum;
}

function checked(m: VectorMaker, of: Int): VecInt {
  const f = m.int(of);
  return (n, mask) => {
    const v = f(n, mask);
    for (let i = 0; i < n; i++)
      if ((at(v, i) > MAX_EXACT || at(v, i) < -MAX_EXACT) && (!mask || mask[i] === 1)) m.gaveUp[i] = 1;
    return v;
  };
}
