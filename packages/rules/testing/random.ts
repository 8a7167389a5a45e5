/** A small seeded generator for tests (mulberry32): the same seed gives the same policies and firms. */
export interface Random {
  /** A whole number from 0 to n − 1. */
  int(n: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** A list of `from` to `to` made items. */
  many<T>(from: number, to: number, make: () => T): T[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (n: number): number => Math.floor(next() * n);
  return {
    int,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
    chance: (percent) => next() * 100 < percent,
    many: (from, to, make) => Array.from({ length: from + int(to - from + 1) }, make),
  };
}
