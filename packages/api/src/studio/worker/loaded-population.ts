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
  type Population,
} from '@tidu/rules';

/** One firm as it is sent to the thread; `facts` is a JSON list of `[fact, year, state, value]`. */
export interface SentFirm {
  readonly id: string;
  readonly facts: string;
  readonly registeredOn: string;
  readonly industry: string;
  readonly park: string;
}

export interface Loaded {
  readonly ids: string[];
  readonly facts: Facts[];
  readonly industries: string[];
  readonly parks: string[];
  readonly registered: string[];
  readonly hash: ReturnType<typeof createHash>;
  digest: string;
  /** Firms in columns, by the parks chosen: figures that one text has asked for are there for the next. */
  readonly stores: Map<string, ColumnStore>;
}

export const emptyPopulation = (): Loaded => ({
  ids: [],
  facts: [],
  industries: [],
  parks: [],
  registered: [],
  hash: createHash('sha256'),
  digest: '',
  stores: new Map(),
});

export function addFirm(to: Loaded, firm: SentFirm): void {
  to.hash.update(`${firm.id}\n${firm.facts}\n`);
  const facts = factsIn(firm.facts);
  if (facts.registeredOn === undefined) facts.registeredOn = { known: firm.registeredOn };
  addRead(to, firm.id, facts, firm);
}

export function addRead(
  to: Loaded,
  id: string,
  facts: Facts,
  { industry = '', park = '', registeredOn = '' }: Partial<Omit<SentFirm, 'id' | 'facts'>> = {},
): void {
  to.ids.push(id);
  to.facts.push(facts);
  to.industries.push(industry);
  to.parks.push(park);
  to.registered.push(registeredOn || knownText(facts.registeredOn));
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

/** The firms as the rules take them, with the segments results are told by. */
export function populationOf(
  loaded: Loaded,
  dates: Dates,
  parks: readonly string[] | undefined,
): Population & ColumnStore {
  const all = loaded.ids.keys();
  const chosen = parks ? [...all].filter((i) => parks.includes(loaded.parks[i] ?? '')) : [...all];
  const of = <T>(column: readonly T[]): T[] => chosen.map((i) => column[i] as T);
  const [ids, facts] = [of(loaded.ids), of(loaded.facts)];
  const key = JSON.stringify(parks ?? null);
  const store = loaded.stores.get(key) ?? columnStore({ size: facts.length, facts: (i) => facts[i] ?? {} });
  loaded.stores.set(key, store);
  return {
    ...store,
    id: (i) => ids[i] ?? '',
    segments: {
      industry: of(loaded.industries),
      size: facts.map((each) => sizeOf(each, baseYear(dates))),
      age: of(loaded.registered).map((day) => ageOf(day, dates.filing ?? dates.decision)),
      ...(loaded.parks.some((park) => park !== '') ? { park: of(loaded.parks) } : {}),
    },
  };
}

const SIZES: readonly (readonly [most: number, size: string])[] = [
  [3e6, 'micro'],
  [2e7, 'small'],
  [4e8, 'medium'],
];

/** By turnover, as made-up populations have it; the classes of industry decide nothing here. */
function sizeOf({ revenue }: Facts, year: number): string {
  const years = revenue && 'known' in revenue ? (revenue.known as Readonly<Record<string, unknown>>) : {};
  const turnover = Number(years?.[String(year)] ?? Number.NaN);
  if (Number.isNaN(turnover)) return 'unknown';
  return SIZES.find(([most]) => turnover < most)?.[1] ?? 'large';
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
