import {
  type Dates,
  type Impact,
  type PolicyDoc,
  type Population,
  type SweepPoint,
  sweep,
  syntheticPopulation,
} from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { readForAll } from '../../evaluations/read-for-all.ts';
import { givenLine } from '../given-line.ts';
import { completed, type TextOnTrial } from './completed.ts';
import { addFirm, addRead, emptyPopulation, type Loaded, populationOf, type SentFirm } from './loaded-population.ts';
import { sweepValues } from './sweep-values.ts';
import { startWhole } from './whole-trial.ts';

/** Populations this thread holds, by key; the one not used for longest goes first. */
const held = new Map<string, Loaded>();
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

export function end({ key }: { readonly key: string }): { readonly firms: number; readonly digest: string } {
  const loaded = find(key);
  loaded.digest ||= `sha256:${loaded.hash.digest('hex')}`;
  // Firms on file as they were before a figure changed are of no more use.
  const place = /^on-file\|[^|]*\|/.exec(key)?.[0];
  for (const old of held.keys()) if (place !== undefined && old !== key && old.startsWith(place)) held.delete(old);
  return { firms: loaded.ids.length, digest: loaded.digest };
}

export const has = ({ key }: { readonly key: string }): boolean => held.has(key);

function find(key: string): Loaded {
  const loaded = held.get(key);
  if (!loaded) throw new Error('population-gone');
  held.delete(key);
  held.set(key, loaded);
  return loaded;
}

/** Firms to try texts on: held here by key, or made up for the texts. */
export type Firms =
  | { readonly key: string; readonly parks?: readonly string[] }
  | { readonly synthetic: number; readonly seed: number };

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
    for (const each of trials) each.add(batch);
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

function madeUp(firms: Firms, texts: readonly TextOnTrial[], dates: Dates, from: number, count: number): Population {
  const seed = 'seed' in firms ? firms.seed : 0;
  return syntheticPopulation(
    texts.map(({ doc }) => doc),
    dates,
    { count, seed, from },
  );
}

export interface Sweeping {
  readonly text: TextOnTrial;
  readonly dates: Dates;
  readonly firms: Firms;
  readonly path: string;
  readonly from?: string;
  readonly to?: string;
  readonly steps?: number;
  readonly values?: readonly string[];
}

export interface Swept {
  readonly value: string;
  readonly mode: 'instant' | 'evaluated';
  readonly reach: { readonly least: number; readonly most: number } | null;
  readonly firms: number;
  readonly points: readonly SweepPoint[];
}

/** One figure of a text at many positions. */
export function sweepOne(asked: Sweeping): Swept {
  const { text, dates, firms, path } = asked;
  const all =
    'key' in firms
      ? populationOf(find(firms.key), dates, firms.parks)
      : madeUp(firms, [text], dates, 0, firms.synthetic);
  const swept = sweep(text.doc, dates, path, completed(all, [text], dates), { target: columnsCodegen });
  const { value, mode, reach } = swept;
  const points = sweepValues(value, reach, asked).map((each) => swept.at(each));
  return { value, mode, reach: reach ?? null, firms: all.size, points };
}
