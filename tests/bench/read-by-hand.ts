import type { Facts, SeriesInput } from '@tidu/rules';

/** Reads wire facts without the engine, for firms whose facts are all given. */
const known = (facts: Facts, id: string): unknown => {
  const state = facts[id];
  return state && 'known' in state ? state.known : undefined;
};

export const has = (facts: Facts, id: string): boolean => known(facts, id) === true;
export const wordOf = (facts: Facts, id: string): string => String(known(facts, id));
export const countOf = (facts: Facts, id: string): number => Number(known(facts, id));
const inYear = (facts: Facts, id: string, year: number): string => (known(facts, id) as SeriesInput)[year] ?? '';
/** Two decimals as a whole number (分, hundredths of a person): the nearest double is far less than half of one off. */
export const hundredthsOf = (facts: Facts, id: string, year: number): number =>
  Math.round(Number(inYear(facts, id, year)) * 100);
export const moneyOf = (facts: Facts, id: string): number => Math.round(Number(known(facts, id)) * 100);
