import type { PolicyDoc } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import type { FileStore } from '../../files/file-store.ts';
import { loadPopulation } from '../populations/load-population.ts';
import type { Firms } from '../worker/firms-to-try.ts';
import type { PopulationRef } from './contract.ts';
import { loadFirms } from './load-firms.ts';

export interface OpenedFirms {
  readonly firms: Firms;
  readonly digest: string | null;
  /** Firms of the list that these texts cannot read. */
  readonly skipped: number;
}

const SEED = 20_180_301;

// Several databases in one process are told apart; there is one outside of tests.
const places = new WeakMap<object, string>();
let count = 0;
export function placeOf(db: object): string {
  const known = places.get(db) ?? String(++count);
  places.set(db, known);
  return known;
}

export interface FirmsPlace {
  readonly db: Reader;
  /** Where lists of firms that were sent lie. */
  readonly store: FileStore;
}

/** The firms a trial is on, ready in the thread; those that were sent are read by the texts on trial. */
export async function openFirms(
  { db, store }: FirmsPlace,
  population: PopulationRef,
  docs: readonly PolicyDoc[],
  tell?: (done: number, total: number) => void,
): Promise<OpenedFirms> {
  switch (population.kind) {
    case 'synthetic':
      return { firms: { synthetic: population.count, seed: population.seed ?? SEED }, digest: null, skipped: 0 };
    case 'uploaded': {
      const { key, digest, skipped } = await loadPopulation({ db, store }, population.populationId, docs, tell);
      return { firms: { key }, digest, skipped };
    }
    case 'on-file':
      return openOnFile(db, population.parks, tell);
  }
}

/** The firms on file, or those of some parks. */
async function openOnFile(
  db: Reader,
  parks: readonly string[] | null | undefined,
  tell?: (done: number, total: number) => void,
): Promise<OpenedFirms> {
  const { key, digest } = await loadFirms(db, placeOf(db), tell);
  return { firms: { key, ...(parks ? { parks } : {}) }, digest, skipped: 0 };
}
