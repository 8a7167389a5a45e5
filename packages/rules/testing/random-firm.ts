import type { FactDef, FactInput, ListItem, PolicyDoc } from '../src/policy/document.ts';
import type { FactState, Facts } from '../src/policy/facts.ts';
import { walkDoc } from '../src/policy/walk.ts';
import type { Random } from './random.ts';

/** Values that meet thresholds exactly as often as they miss them. */
const AMOUNTS = [
  '0',
  '0.01',
  '100',
  '999.99',
  '1000',
  '1000.01',
  '1200',
  '1440',
  '1728',
  '1728000',
  '30000000',
  '-500',
  '9999999999999.99',
];
const COUNTS = ['0', '1', '2', '3', '9', '10', '11', '20', '100', '500'];
const RATES = ['0', '0.15', '0.2', '0.06', '-0.1', '1', '2.5', '0.333', '7'];
const DAYS = [
  '1999-12-31',
  '2015-02-28',
  '2016-02-29',
  '2020-06-30',
  '2021-01-01',
  '2022-11-23',
  '2024-12-31',
  '2025-03-01',
];
export const YEARS = ['2025', '2024', '2023', '2022', '2021'];

/** A firm for a policy: each fact is given with `known` percent; the rest is absent, unknown, disputed or n/a. */
export function randomFirm(random: Random, doc: PolicyDoc, options: { readonly known: number }): Facts {
  const facts: Record<string, FactState> = {};
  const put = (id: string, state: FactState | undefined): void => {
    if (state) facts[id] = state;
  };
  for (const def of doc.facts) put(def.id, stateOf(random, def, options.known));
  for (const id of judgementsOf(doc)) put(id, random.chance(options.known) ? { known: random.chance(50) } : undefined);
  return facts;
}

export function judgementsOf(doc: PolicyDoc): readonly string[] {
  const ids: string[] = [];
  walkDoc(doc, (node) => {
    if (node.k === 'judgement' && node.id !== undefined) ids.push(node.id);
  });
  return [...new Set(ids)];
}

function stateOf(random: Random, def: FactDef, known: number): FactState | undefined {
  if (random.chance(known)) return { known: randomInput(random, def, known) };
  const kind = random.int(10);
  if (kind < 4) return undefined;
  if (kind < 8) return { state: 'unknown' };
  if (kind < 9) return { disputed: [randomInput(random, def, 100), randomInput(random, def, 100)] };
  return { state: 'notApplicable' };
}

/** A value of the fact's type; with `known` < 100 a series may lack years and a record may lack fields. */
export function randomInput(random: Random, def: FactDef, known = 100): FactInput {
  if (def.type === 'series')
    return Object.fromEntries(YEARS.flatMap((year): [string, string | null][] => yearOf(random, def, year, known)));
  if (def.type === 'list') return random.many(0, 3, () => randomItem(random, def, known));
  return randomScalar(random, def);
}

function yearOf(random: Random, def: FactDef, year: string, known: number): [string, string | null][] {
  if (!random.chance(known)) return random.chance(50) ? [] : [[year, null]];
  if (known < 100 && random.chance(8)) return [[year, 'notApplicable']];
  return [[year, random.pick(def.domain?.min === undefined ? AMOUNTS : AMOUNTS.filter((a) => !a.startsWith('-')))]];
}

function randomItem(random: Random, def: FactDef, known: number): ListItem {
  const fields = (def.fields ?? []).map((f): [string, boolean | string | null] => [
    f.id,
    random.chance(known) ? randomScalar(random, f) : null,
  ]);
  return Object.fromEntries(fields);
}

export function randomScalar(random: Random, def: FactDef): boolean | string {
  const fits = (list: readonly string[]): readonly string[] =>
    def.domain?.min === undefined ? list : list.filter((x) => !x.startsWith('-'));
  switch (def.type) {
    case 'bool':
      return random.chance(50);
    case 'int':
      return random.pick(fits(COUNTS));
    case 'money':
      return random.pick(fits(AMOUNTS));
    case 'date':
      return random.pick(DAYS);
    case 'enum':
      return random.pick(def.domain?.values ?? []).id;
    default:
      return random.pick(fits(RATES));
  }
}
