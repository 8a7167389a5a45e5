import { createHash } from 'node:crypto';
import {
  baseYear,
  type ColumnStore,
  columnStore,
  type Dates,
  dayOf,
  type FactInput,
  type FactState,
  type Facts,
  type FirmList,
  type Population,
  type SizeIndustry,
} from '@tidu/rules';
import { sizeOfFirm } from '../size-of-firm.ts';

/** One firm as it is sent to the thread; `facts` is a JSON list of `[fact, year, state, value]`. */
export interface SentFirm {
  readonly id: string;
  readonly facts: string;
  readonly registeredOn: string;
  readonly industry: string;
  /** The row of the size standard it falls under. */
  readonly sizeIndustry?: SizeIndustry | undefined;
  readonly park: string;
}

export interface Loaded {
  readonly ids: string[];
  readonly facts: Facts[];
  readonly industries: string[];
  readonly sizeIndustries: (SizeIndustry | undefined)[];
  readonly parks: string[];
  readonly registered: string[];
  /** A digest of all that was told of each firm on file; empty for firms of a list, which `hash` has. */
  readonly digests: string[];
  readonly hash: ReturnType<typeof createHash>;
  digest: string;
  /** Firms in columns, by the parks chosen: figures that one text has asked for are there for the next. */
  readonly stores: Map<string, ColumnStore>;
  /** The same with their segments, by the days as well. */
  readonly populations: Map<string, Population & ColumnStore>;
}

export const emptyPopulation = (): Loaded => ({
  ids: [],
  facts: [],
  industries: [],
  sizeIndustries: [],
  parks: [],
  registered: [],
  digests: [],
  hash: createHash('sha256'),
  digest: '',
  stores: new Map(),
  populations: new Map(),
});

export function addFirm(to: Loaded, firm: SentFirm): void {
  putFirm(to, to.ids.length, firm);
}

/** A firm as it is on file, at its place. */
export function putFirm(to: Loaded, at: number, firm: SentFirm): void {
  const facts = factsIn(firm.facts);
  if (facts.registeredOn === undefined) facts.registeredOn = { known: firm.registeredOn };
  to.digests[at] = digestOf(firm);
  put(to, at, { id: firm.id, facts }, firm);
}

const digestOf = ({ id, facts, registeredOn, industry, park }: SentFirm): string =>
  createHash('sha256').update([id, facts, registeredOn, industry, park].join('\n')).digest('base64');

/** By what the firms loaded are known in evidence: all that was told of them, in their order. */
export function digestLoaded(loaded: Loaded): string {
  for (const digest of loaded.digests) loaded.hash.update(digest);
  return `sha256:${loaded.hash.digest('hex')}`;
}

/** A firm of a list that was sent. */
export const addRead = (to: Loaded, id: string, facts: Facts): void => put(to, to.ids.length, { id, facts });

function put(
  to: Loaded,
  at: number,
  { id, facts }: { readonly id: string; readonly facts: Facts },
  { industry = '', sizeIndustry, park = '', registeredOn = '' }: Partial<SentFirm> = {},
): void {
  to.ids[at] = id;
  to.facts[at] = facts;
  to.industries[at] = industry;
  to.sizeIndustries[at] = sizeIndustry;
  to.parks[at] = park;
  to.registered[at] = registeredOn || knownText(facts.registeredOn);
}

type Row = readonly [fact: string, year: string, state: string, value: string | null];

function factsIn(text: string): Record<string, FactState> {
  const facts: Record<string, FactState> = {};
  const series: Record<string, Record<string, string | null>> = {};
  for (const [fact, year, state, value] of JSON.parse(text) as readonly Row[]) {
    if (year === '') {
      facts[fact] = sharedState(state, value);
      continue;
    }
    const years = series[fact] ?? {};
    years[year] =
      state === 'known' ? (JSON.parse(value ?? 'null') as string) : state === 'unknown' ? null : 'notApplicable';
    series[fact] = years;
    facts[fact] = { known: years };
  }
  return facts;
}

// Most answers are yes, no or one of a few words: a hundred thousand firms share them.
const shared = new Map<string, FactState>();
const MOST_SHARED = 20_000;

function sharedState(state: string, value: string | null): FactState {
  const key = `${state}${value ?? ''}`;
  const known = shared.get(key);
  if (known) return known;
  const made: FactState =
    state === 'known' ? { known: JSON.parse(value ?? 'null') as FactInput } : { state: state as 'unknown' };
  if (key.length < 60 && shared.size < MOST_SHARED) shared.set(key, made);
  return made;
}

const knownText = (state: FactState | undefined): string =>
  state && 'known' in state && typeof state.known === 'string' ? state.known : '';

const MOST_POPULATIONS = 4;

/** The firms as the rules take them, with the segments results are told by; the same object for the same question. */
export function populationOf(
  loaded: Loaded,
  dates: Dates,
  parks: readonly string[] | undefined,
): Population & ColumnStore {
  const { populations } = loaded;
  const key = JSON.stringify([parks, dates]);
  const population = populations.get(key) ?? makePopulation(loaded, dates, parks);
  populations.delete(key);
  populations.set(key, population);
  for (const old of populations.keys()) if (populations.size > MOST_POPULATIONS) populations.delete(old);
  return population;
}

/** The key of the store of all firms, whatever their park. */
export const ALL_PARKS = '';

export const firmsOf = (facts: readonly Facts[]): FirmList => ({ size: facts.length, facts: (i) => facts[i] ?? {} });

function makePopulation(loaded: Loaded, dates: Dates, parks: readonly string[] | undefined): Population & ColumnStore {
  const all = loaded.ids.keys();
  const chosen = parks ? [...all].filter((i) => parks.includes(loaded.parks[i] ?? '')) : [...all];
  const of = <T>(column: readonly T[]): T[] => chosen.map((i) => column[i] as T);
  const [ids, facts] = [of(loaded.ids), of(loaded.facts)];
  const key = parks ? JSON.stringify(parks) : ALL_PARKS;
  const store = loaded.stores.get(key) ?? columnStore(firmsOf(facts));
  loaded.stores.set(key, store);
  return {
    ...store,
    id: (i) => ids[i] ?? '',
    segments: {
      industry: of(loaded.industries),
      size: chosen.map((i) => sizeOfFirm(loaded.facts[i] ?? {}, baseYear(dates), loaded.sizeIndustries[i])),
      age: of(loaded.registered).map((day) => ageOf(day, dates.filing ?? dates.decision)),
      ...(loaded.parks.some((park) => park !== '') ? { park: of(loaded.parks) } : {}),
    },
  };
}

const AGES: readonly (readonly [years: number, age: string])[] = [
  [3, '0–2'],
  [6, '3–5'],
  [11, '6–10'],
];

function ageOf(registeredOn: string, on: string): string {
  if (registeredOn === '') return 'unknown';
  const years = (dayOf(on) - dayOf(registeredOn)) / 365.25;
  return AGES.find(([most]) => years < most)?.[1] ?? '10+';
}
