import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Firms } from '../worker/population-jobs.ts';
import { runJob } from '../worker/run-job.ts';
import type { PopulationRef } from './contract.ts';
import { loadFirms } from './load-firms.ts';
import { uploadKey } from './upload-population.ts';

export interface OpenedFirms {
  readonly firms: Firms;
  readonly digest: string | null;
}

const SEED = 20_180_301;

// Several databases in one process are told apart; there is one outside of tests.
const places = new WeakMap<object, string>();
let count = 0;
function placeOf(db: object): string {
  const known = places.get(db) ?? String(++count);
  places.set(db, known);
  return known;
}

/** The firms a trial is on, ready in the thread. */
export async function openFirms(
  db: Reader,
  population: PopulationRef,
  tell?: (done: number, total: number) => void,
): Promise<OpenedFirms> {
  switch (population.kind) {
    case 'synthetic':
      return { firms: { synthetic: population.count, seed: population.seed ?? SEED }, digest: null };
    case 'uploaded': {
      const key = uploadKey(population.populationId);
      if (!(await runJob('has', { key }))) throw new ApiError(404, 'studio.population-gone');
      return { firms: { key }, digest: (await runJob('end', { key })).digest };
    }
    case 'on-file': {
      const { key, digest } = await loadFirms(db, placeOf(db), tell);
      return { firms: { key, ...(population.parks ? { parks: population.parks } : {}) }, digest };
    }
  }
}
