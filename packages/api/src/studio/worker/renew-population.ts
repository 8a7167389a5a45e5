import { ALL_PARKS, emptyPopulation, firmsOf, type Loaded, putFirm, type SentFirm } from './loaded-population.ts';

/**
 * The firms on file after some of them have changed or come on; what was there before stays for trials under way. Their
 * columns are taken over, so that only what has changed is read. INVARIANT (renewed-as-read-anew): the same as if all had
 * been read again.
 */
export function renewed(old: Loaded, firms: readonly SentFirm[]): Loaded {
  const now = copyOf(old);
  const changed: number[] = [];
  let isInPlace = true;
  for (const firm of firms) {
    const at = placeOf(now.ids, firm.id);
    const isNew = now.ids[at] !== firm.id;
    if (isNew && at < now.ids.length) {
      makeRoom(now, at);
      isInPlace = false;
    }
    putFirm(now, at, firm);
    changed.push(at);
  }
  // By parks firms may have come or gone: those columns are read again where they are asked for.
  const whole = old.stores.get(ALL_PARKS);
  if (whole && isInPlace) now.stores.set(ALL_PARKS, whole.renewed(firmsOf(now.facts), changed));
  return now;
}

const COLUMNS = ['ids', 'facts', 'industries', 'sizeIndustries', 'parks', 'registered', 'digests'] as const;

function copyOf(old: Loaded): Loaded {
  const copies = Object.fromEntries(COLUMNS.map((name) => [name, old[name].slice()]));
  return { ...emptyPopulation(), ...copies };
}

function makeRoom(now: Loaded, at: number): void {
  for (const name of COLUMNS) (now[name] as unknown[]).splice(at, 0, undefined);
}

/** Where a firm stands, or would stand: they are in the order of their ids. */
function placeOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as string) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
