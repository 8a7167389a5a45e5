import { type Int, stepsOf } from '../lower/ir.ts';
import { isConst } from '../lower/ir-int.ts';
import type { IntFn, Maker } from './closure-maker.ts';

/**
 * A band table as one closure over columns of factors, as a sum of steps: which band a firm falls into cannot be
 * predicted, and a wrong guess costs more than testing every row. `guarded`: 0 unless the denominator is above 0.
 */
export function makeBands(m: Maker, x: Int & { k: 'bands' }, guarded: boolean): IntFn {
  const bands: Bands = {
    p: Float64Array.from(x.rows, (r) => r.p),
    q: Float64Array.from(x.rows, (r) => r.q),
    steps: Float64Array.from(stepsOf(x.rows, x.none)),
    rows: x.rows.length,
    none: x.none,
  };
  const isLoose = x.rows.every((r) => !r.strict);
  if (isConst(x.d) && isLoose && x.rows.every((r) => r.q === 1)) return ofThresholds(m, x.n, bands, x.d.v);
  if (x.n.k === 'slot' && x.d.k === 'slot' && isLoose) return ofSlots(x.n.at, x.d.at, bands, guarded);
  return general(m, x, bands, guarded);
}

interface Bands {
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly steps: Float64Array;
  readonly rows: number;
  readonly none: number;
}

const startOf = (v: number, none: number): number => (none !== 0 && !Number.isNaN(v) ? none : 0);

/** Whole numbers against whole thresholds. */
function ofThresholds(m: Maker, n: Int, { p, steps, rows, none }: Bands, d: number): IntFn {
  const f = m.int(n);
  const bounds = p.map((x) => x * d);
  return (s) => {
    const v = f(s);
    let out = startOf(v, none);
    for (let i = 0; i < rows; i++) out += Number(v >= (bounds[i] as number)) * (steps[i] as number);
    return out;
  };
}

/** The common case: one figure over another, every row "not lower than". */
function ofSlots(n: number, d: number, { p, q, steps, rows, none }: Bands, guarded: boolean): IntFn {
  return (s) => {
    const v = s[n] as number;
    const w = s[d] as number;
    if (guarded && !(w > 0)) return 0;
    let out = startOf(v, none);
    for (let i = 0; i < rows; i++) out += Number(v * (q[i] as number) >= (p[i] as number) * w) * (steps[i] as number);
    return out;
  };
}

function general(m: Maker, x: Int & { k: 'bands' }, { p, q, steps, rows, none }: Bands, guarded: boolean): IntFn {
  const strict = Uint8Array.from(x.rows, (r) => (r.strict ? 1 : 0));
  const [f, g] = [m.int(x.n), m.int(x.d)];
  return (s) => {
    const v = f(s);
    const w = g(s);
    if (guarded && !(w > 0)) return 0;
    let out = startOf(v, none);
    for (let i = 0; i < rows; i++) {
      const [left, right] = [v * (q[i] as number), (p[i] as number) * w];
      out += Number(strict[i] === 1 ? left > right : left >= right) * (steps[i] as number);
    }
    return out;
  };
}
