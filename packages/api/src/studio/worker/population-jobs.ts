import type { Dates, Impact, PolicyDoc, Population } from '@tidu/rules';
import { readForAll } from '../../evaluations/read-for-all.ts';
import { givenLine } from '../given-line.ts';
import type { TextOnTrial } from './completed.ts';
import { type Firms, find, held, madeUp } from './firms-to-try.ts';
import { addFirm, addRead, digestLoaded, emptyPopulation, populationOf, type SentFirm } from './loaded-population.ts';
import { renewed } from './renew-population.ts';
import { startWhole } from './whole-trial.ts';

const MOST_HELD = 3;

export function begin({ key }: { readonly key: string }): void {
  held.set(key, emptyPopulation());
  for (const old of held.keys()) if (held.size > MOST_HELD) held.delete(old);
}

export function add({ key, firms }: { readonly key: string; readonly firms: readonly SentFirm[] }): void {
  const to = find(key);
  for (const firm of firms) addFirm(to, firm);
}

interface Given {
  readonly key: string;
  readonly docs: readonly PolicyDoc[];
  readonly firms: readonly { readonly id: string; readonly facts: Readonly<Record<string, unknown>> }[];
}

/** Firms of a list that was sent: each is read by the texts it is to be tried on. Answers how many cannot be. */
export function addGiven({ key, docs, firms }: Given): number {
  const to = find(key);
  let skipped = 0;
  for (const { id, facts: given } of firms) {
    const read = readForAll(given, docs);
    if ('errors' in read) skipped++;
    else {
      to.hash.update(givenLine(id, given));
      addRead(to, id, read.facts);
    }
  }
  return skipped;
}

export function end({ key }: { readonly key: string }): HeldFirms {
  // Firms on file as they were before they were read again are of no more use.
  letGo(key);
  return heldFirms(key);
}

export interface HeldFirms {
  readonly firms: number;
  readonly digest: string;
}

function heldFirms(key: string): HeldFirms {
  const loaded = find(key);
  loaded.digest ||= digestLoaded(loaded);
  return { firms: loaded.ids.length, digest: loaded.digest };
}

/** Lets go of what is held of the firms on file, but for some of it. */
function letGo(...but: readonly string[]): void {
  const place = /^on-file\|[^|]*\|/.exec(but[0] ?? '')?.[0];
  for (const old of held.keys())
    if (place !== undefined && !but.includes(old) && old.startsWith(place)) held.delete(old);
}

interface Renewing {
  readonly from: string;
  readonly key: string;
  readonly firms: readonly SentFirm[];
}

/** The firms on file with some that have changed; null where those before are no longer here. */
export function renew({ from, key, firms }: Renewing): HeldFirms | null {
  const old = held.get(from);
  if (!old) return null;
  held.set(key, renewed(old, firms));
  // A trial may just be about to begin on the firms as they were.
  letGo(key, from);
  return heldFirms(key);
}

export const has = ({ key }: { readonly key: string }): boolean => held.has(key);

export interface Trying {
  readonly before: TextOnTrial;
  readonly after: readonly TextOnTrial[];
  /** Policies that take facts from the result of the one on trial. */
  readonly following: readonly TextOnTrial[];
  readonly dates: Dates;
  readonly firms: Firms;
}

const BATCH = 16_384;
/** Held firms up to so many are judged in one go, on columns that are kept for the next trial. */
const AT_ONCE = 200_000;

/** What each text does to the firms compared with the first one, in batches, telling how far it is. */
export function trial(
  { before, after, following, dates, firms }: Trying,
  tell: (done: number, total: number) => void,
): readonly Impact[] {
  const total = 'key' in firms ? populationOf(find(firms.key), dates, firms.parks) : undefined;
  const size = total?.size ?? ('synthetic' in firms ? firms.synthetic : 0);
  const trials = after.map((text) => startWhole({ before, after: text, following, dates }));
  const most = total && size <= AT_ONCE ? AT_ONCE : BATCH;
  for (let from = 0; from < size || from === 0; from += most) {
    const count = Math.min(most, size - from);
    const batch = total ? slice(total, from, count) : madeUp(firms, [before, ...after], dates, from, count);
    trials.forEach((each, done) => {
      // Several texts on firms judged in one go: each is a part of the way.
      tell(from + Math.floor((count * done) / trials.length), size);
      each.add(batch);
    });
    tell(from + count, size);
  }
  return trials.map((each) => each.report());
}

function slice(all: Population, from: number, size: number): Population {
  if (size === all.size) return all;
  const segments = Object.entries(all.segments ?? {}).map(([name, column]) => [name, column.slice(from, from + size)]);
  return {
    size,
    id: (i) => all.id(from + i),
    facts: (i) => all.facts(from + i),
    segments: Object.fromEntries(segments) as Record<string, string[]>,
  };
}
