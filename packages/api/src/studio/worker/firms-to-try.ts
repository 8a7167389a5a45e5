import { type Dates, type Population, syntheticPopulation } from '@tidu/rules';
import type { TextOnTrial } from './completed.ts';
import type { Loaded } from './loaded-population.ts';

/** Populations this thread holds, by key; the one not used for longest goes first. */
export const held = new Map<string, Loaded>();

/** Firms to try texts on: held here by key, or made up for the texts. */
export type Firms =
  | { readonly key: string; readonly parks?: readonly string[] }
  | { readonly synthetic: number; readonly seed: number };

export function find(key: string): Loaded {
  const loaded = held.get(key);
  if (!loaded) throw new Error('population-gone');
  held.delete(key);
  held.set(key, loaded);
  return loaded;
}

export function madeUp(
  firms: Firms,
  texts: readonly TextOnTrial[],
  dates: Dates,
  from: number,
  count: number,
): Population {
  const seed = 'seed' in firms ? firms.seed : 0;
  return syntheticPopulation(
    texts.map(({ doc }) => doc),
    dates,
    { count, seed, from },
  );
}
