import { rangeOf, type SlotRange } from '../closure/slot-range.ts';
import type { Bool } from '../lower/ir.ts';
import { isConst, MAX_EXACT } from '../lower/ir-int.ts';
import {
  giveUpAll,
  mayGiveUp,
  narrowed,
  narrowedByNot,
  newBools,
  type VecBool,
  type VectorMaker,
  wordsOf,
} from './vector-maker.ts';

/** The vector of one condition. */
export function makeVecBool(m: VectorMaker, b: Bool): VecBool {
  const range = rangeOf(b);
  if (range) return inRange(m, range);
  switch (b.k) {
    case 'const':
      return constantly(b.v ? 1 : 0);
    case 'cmp':
      return b.tol > 0 ? estimated(m, b) : compared(m, b);
    case 'word':
      return oneOf(m, b.at, b.codes);
    case 'temp': {
      const { at } = b;
      const fixed = m.constants.get(at);
      return fixed === undefined ? () => m.bools.get(at) as Uint8Array : constantly(fixed);
    }
    case 'all':
      return together(m, b.of, 1);
    case 'any':
      return together(m, b.of, 0);
    case 'not':
      return mapped(m.bool(b.of), (x) => x ^ 1);
    case 'atLeast':
      return counted(b.n, b.of.map(m.bool));
    case 'pick':
      return chosen(m, b);
    case 'some':
      return applies(m, b);
    case 'open': {
      const none = newBools();
      return (n, mask) => {
        giveUpAll(m, n, mask);
        return none;
      };
    }
  }
}

const constantly = (v: number): VecBool => {
  const all = newBools().fill(v);
  return () => all;
};

function inRange(m: VectorMaker, { at, lo, hi }: SlotRange): VecBool {
  const out = newBools();
  if (lo === hi)
    return (n) => {
      const v = m.slots[at] as Float64Array;
      for (let i = 0; i < n; i++) out[i] = Number(v[i] === lo);
      return out;
    };
  return (n) => {
    const v = m.slots[at] as Float64Array;
    for (let i = 0; i < n; i++) out[i] = Number((v[i] as number) >= lo) & Number((v[i] as number) <= hi);
    return out;
  };
}

function oneOf(m: VectorMaker, at: number, codes: readonly number[]): VecBool {
  const out = newBools();
  const table = new Uint8Array(Math.max(0, ...codes) + 2);
  for (const code of codes) table[code + 1] = 1;
  return (n) => {
    const v = m.slots[at] as Float64Array;
    for (let i = 0; i < n; i++) out[i] = table[(v[i] as number) + 1] ?? 0;
    return out;
  };
}

function mapped(f: VecBool, g: (x: number) => number): VecBool {
  const out = newBools();
  return (n, mask) => {
    const v = f(n, mask);
    for (let i = 0; i < n; i++) out[i] = g(v[i] as number);
    return out;
  };
}

type Cmp = Extract<Bool, { k: 'cmp' }>;

function compared(m: VectorMaker, { op, a, b }: Cmp): VecBool {
  const [f, g] = [m.int(a), m.int(b)];
  const out = newBools();
  if (op === 'ge' && isConst(b)) {
    const c = b.v;
    return (n, mask) => {
      const x = f(n, mask);
      for (let i = 0; i < n; i++) out[i] = Number((x[i] as number) >= c);
      return out;
    };
  }
  const test = TESTS[op];
  return (n, mask) => {
    test(f(n, mask), g(n, mask), out, n);
    return out;
  };
}

// Not `!==` for `ne`: something that does not apply differs from nothing.
const TESTS: Record<Cmp['op'], (x: Float64Array, y: Float64Array, out: Uint8Array, n: number) => void> = {
  ge: (x, y, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Number((x[i] as number) >= (y[i] as number));
  },
  gt: (x, y, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Number((x[i] as number) > (y[i] as number));
  },
  eq: (x, y, out, n) => {
    for (let i = 0; i < n; i++) out[i] = Number(x[i] === y[i]);
  },
  ne: (x, y, out, n) => {
    for (let i = 0; i < n; i++)
      out[i] = Number((x[i] as number) < (y[i] as number)) | Number((x[i] as number) > (y[i] as number));
  },
};

/** Sides that may have been rounded: decided where they are clearly apart or both still exact. */
function estimated(m: VectorMaker, { op, a, b, tol }: Cmp): VecBool {
  const [f, g] = [m.int(a), m.int(b)];
  const out = newBools();
  const test = TESTS[op];
  return (n, mask) => {
    const [x, y] = [f(n, mask), g(n, mask)];
    test(x, y, out, n);
    for (let i = 0; i < n; i++) {
      const size = Math.max(Math.abs(x[i] as number), Math.abs(y[i] as number));
      const isClose = size > MAX_EXACT && Math.abs((x[i] as number) - (y[i] as number)) <= tol * size;
      if (isClose && (!mask || mask[i] === 1)) m.gaveUp[i] = 1;
    }
    return out;
  };
}

/** All (`unit` 1) or any (0): a later part is wanted only for the firms that the earlier ones leave open. */
function together(m: VectorMaker, of: readonly Bool[], unit: 0 | 1): VecBool {
  const parts = of.map((b) => ({ f: m.bool(b), mask: mayGiveUp(b) ? newBools() : undefined }));
  const out = newBools();
  const words = wordsOf(out);
  return (n, mask) => {
    out.fill(unit);
    for (const part of parts) {
      const wanted =
        part.mask && (unit === 1 ? narrowed(mask, out, n, part.mask) : narrowedByNot(mask, out, n, part.mask));
      const v = wordsOf(part.f(n, wanted));
      if (unit === 1) for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & (v[i] as number);
      else for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) | (v[i] as number);
    }
    return out;
  };
}

function counted(least: number, of: readonly VecBool[]): VecBool {
  const out = newBools();
  const counts = new Uint16Array(out.length);
  return (n, mask) => {
    counts.fill(0, 0, n);
    for (const f of of) {
      const v = f(n, mask);
      for (let i = 0; i < n; i++) counts[i] = (counts[i] as number) + (v[i] as number);
    }
    for (let i = 0; i < n; i++) out[i] = Number((counts[i] as number) >= least);
    return out;
  };
}

function chosen(m: VectorMaker, b: Extract<Bool, { k: 'pick' }>): VecBool {
  const [c, f, g] = [m.bool(b.if), m.bool(b.then), m.bool(b.else)];
  const out = newBools();
  const [thenMask, elseMask] = [mayGiveUp(b.then), mayGiveUp(b.else)].map((may) => (may ? newBools() : undefined));
  return (n, mask) => {
    const holds = c(n, mask);
    const x = f(n, thenMask && narrowed(mask, holds, n, thenMask));
    const y = g(n, elseMask && narrowedByNot(mask, holds, n, elseMask));
    for (let i = 0; i < n; i++) out[i] = (holds[i] === 1 ? x[i] : y[i]) as number;
    return out;
  };
}

function applies(m: VectorMaker, b: Extract<Bool, { k: 'some' }>): VecBool {
  const f = m.int(b.of);
  const out = newBools();
  return (n, mask) => {
    const v = f(n, mask);
    for (let i = 0; i < n; i++) out[i] = Number(!Number.isNaN(v[i]));
    return out;
  };
}
