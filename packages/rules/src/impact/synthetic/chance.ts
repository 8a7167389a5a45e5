/** Seeded numbers (mulberry32): the same seed gives the same firm, whatever firms were made before. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** True in `percent` of a hundred cases. */
  is(percent: number): boolean;
  pick<T>(list: readonly T[]): T | undefined;
  between(lo: number, hi: number): number;
}

export function chanceOf(seed: number, firm: number): Chance {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(firm + 1, 0xc2b2ae35)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    is: (percent) => next() * 100 < percent,
    pick: (list) => list[Math.floor(next() * list.length)],
    between: (lo, hi) => lo + next() * (hi - lo),
  };
}
