import type { Bool, Int, Step } from '../lower/ir.ts';
import { joined } from '../lower/lower-value.ts';
import type { Lowering } from '../lower/lowering.ts';
import type { End, Ranged } from './ranged.ts';

/** Where the ends of a range stand: each a fraction, and whether nothing bounds it. */
export interface EndPlaces {
  readonly at: number;
  readonly over: number;
  readonly inf: number | undefined;
}
export interface RangePlaces {
  readonly lo: EndPlaces;
  readonly hi: EndPlaces;
}

/** Stores results where they stay. */
export function rangeStore(l: Lowering) {
  const put = (of: Step['of']): number => {
    const at = l.reserve(1);
    l.store(at, of);
    return at;
  };
  const int = (x: Int): number => put({ int: x });
  const bool = (x: Bool): number => put({ bool: x });
  const end = (e: End): EndPlaces => {
    const { n, d } = joined(e.at, l.keep);
    const isBounded = e.inf.k === 'const' && !e.inf.v;
    return { at: int(n), over: int(d), inf: isBounded ? undefined : bool(e.inf) };
  };
  const range = (r: Ranged): RangePlaces => {
    const lo = end(r.lo);
    return { lo, hi: r.lo === r.hi ? lo : end(r.hi) };
  };
  return { int, range };
}
