import {
  compile,
  type Dates,
  deriveFacts,
  type Evaluate,
  type Facts,
  type Impact,
  type PolicyDoc,
  type Population,
  type Program,
  readFacts,
  type SweepPoint,
  startImpact,
  sweep,
  syntheticPopulation,
} from '@tidu/rules';
import { codegen } from '@tidu/rules/codegen';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { addFirm, addRead, emptyPopulation, type Loaded, populationOf, type SentFirm } from './loaded-population.ts';
import { sweepValues } from './sweep-values.ts';

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
  readonly dates: Dates;
  readonly firms: readonly {
    readonly line: number;
    readonly id: string;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

/** Firms somebody sent: each is read by the texts it is to be tried on; what cannot be read is told. */
export function addGiven({
  key,
  docs,
  dates,
  firms,
}: Given): readonly { readonly line: number; readonly problem: string }[] {
  const to = find(key);
  const skipped: { line: number; problem: string }[] = [];
  for (const { line, id, facts: given } of firms) {
    const facts = readForAll(given, docs, dates);
    if (typeof facts === 'string') skipped.push({ line, problem: facts });
    else {
      to.hash.update(`${id}\n${JSON.stringify(given)}\n`);
      addRead(to, id, facts);
    }
  }
  return skipped;
}

function readForAll(
  given: Readonly<Record<string, unknown>>,
  docs: readonly PolicyDoc[],
  dates: Dates,
): Facts | string {
  let facts: Facts = {};
  for (const doc of docs) {
    const defined = new Set(doc.facts.map((def) => def.id));
    const own = Object.fromEntries(Object.entries(given).filter(([id]) => defined.has(id)));
    const read = readFacts(doc, own, dates);
    if (!read.ok) return read.errors.map((e) => `${e.path} ${e.code}`).join('; ');
    facts = { ...facts, ...read.facts };
  }
  return facts;
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

export interface TextOnTrial {
  readonly doc: PolicyDoc;
  /** All documents beside it, for facts that come from another policy. */
  readonly docs: readonly PolicyDoc[];
  /** Facts it defines otherwise than those on file: to it they are not known. */
  readonly unread: readonly string[];
}

export interface Trying {
  readonly before: TextOnTrial;
  readonly after: readonly TextOnTrial[];
  readonly dates: Dates;
  readonly firms: Firms;
}

const BATCH = 16_384;
/** Held firms up to so many are judged in one go, on columns that are kept for the next trial. */
const AT_ONCE = 200_000;

/** What each text does to the firms compared with the first one, in batches, telling how far it is. */
export function trial(
  { before, after, dates, firms }: Trying,
  tell: (done: number, total: number) => void,
): readonly Impact[] {
  const total = 'key' in firms ? populationOf(find(firms.key), dates, firms.parks) : undefined;
  const size = total?.size ?? ('synthetic' in firms ? firms.synthetic : 0);
  const trials = after.map((text) =>
    startImpact({ doc: before.doc, dates }, { doc: text.doc, dates }, { target: columnsCodegen, mostMovers: 500 }),
  );
  const most = total && size <= AT_ONCE ? AT_ONCE : BATCH;
  for (let from = 0; from < size || from === 0; from += most) {
    const count = Math.min(most, size - from);
    const batch = total ? slice(total, from, count) : madeUp(firms, [before, ...after], dates, from, count);
    after.forEach((text, i) => trials[i]?.add(completed(batch, [before, text], dates)));
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

/** Facts that follow from other policies are filled in, those a text reads otherwise are left out. */
function completed(batch: Population, texts: readonly TextOnTrial[], dates: Dates): Population {
  const unread = [...new Set(texts.flatMap((text) => text.unread))];
  const deriving = texts.filter(({ doc }) => doc.facts.some((def) => def.derive));
  if (unread.length === 0 && deriving.length === 0) return batch;
  const evaluate = compiledOn(dates);
  const made: (Facts | undefined)[] = [];
  const { size, id, segments } = batch;
  return {
    ...{ size, id, ...(segments ? { segments } : {}) },
    facts: (i) => {
      made[i] ??= deriving.reduce<Facts>(
        (facts, { doc, docs }) => deriveFacts(docs, doc, dates, facts, evaluate),
        without(batch.facts(i), unread),
      );
      return made[i] ?? {};
    },
  };
}

const without = (facts: Facts, ids: readonly string[]): Facts =>
  ids.some((id) => facts[id] !== undefined)
    ? Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.includes(id)))
    : facts;

function compiledOn(dates: Dates): Evaluate {
  const programs = new Map<PolicyDoc, Program>();
  return (doc, _dates, facts) => {
    const program = programs.get(doc) ?? compile(doc, dates, { target: codegen });
    programs.set(doc, program);
    return program.evaluate(facts);
  };
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
