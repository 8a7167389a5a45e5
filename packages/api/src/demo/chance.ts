/** Chance that comes out the same for the same seed (mulberry32), so that the demo is the same everywhere. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  whole(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  isTrue(share: number): boolean;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (list) => {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new RangeError('nothing to pick from');
      return found;
    },
    isTrue: (share) => next() < share,
  };
}
