import type { PopulationRef } from './contract.ts';

/** A text for some parks is tried on their firms alone. */
export function withinScope(population: PopulationRef, scope: readonly string[] | null): PopulationRef {
  if (population.kind !== 'on-file' || scope === null) return population;
  return { ...population, parks: population.parks?.filter((park) => scope.includes(park)) ?? [...scope] };
}
