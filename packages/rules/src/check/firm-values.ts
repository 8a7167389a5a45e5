import { addMonths, formatDay } from '../date/day.ts';
import { isWithin, setFigure } from '../explain/change-fact.ts';
import { compare, formatNum, fromInt, num, type Rational } from '../number/rational.ts';
import { floorToFen } from '../number/round.ts';
import type { FactDef, FactInput, Id, PolicyDoc } from '../policy/document.ts';
import type { FactState, Facts } from '../policy/facts.ts';
import { wordsOf } from '../policy/read-value.ts';
import { judgementsOf } from '../policy/scope.ts';
import { unitOfFact } from '../policy/units.ts';
import { walkDoc } from '../policy/walk.ts';

/** Years of a series a rule can look at, with one to spare. */
const YEARS = 6;

/**
 * Every fact as not known, so that what is assumed of missing ones plays no part. Words another policy gives are not
 * listed anywhere: the ones the document speaks of, and one more, stand for them.
 */
export function nothingKnown(doc: PolicyDoc): Facts {
  const spoken = new Map<Id, Set<string>>();
  walkDoc(doc, (node) => {
    if (node.k === 'in') spoken.set(node.fact, new Set([...(spoken.get(node.fact) ?? []), ...node.values]));
  });
  const open: FactState = { state: 'unknown' };
  const stateOf = (def: FactDef): FactState =>
    def.type === 'enum' && def.derive ? { disputed: [...(spoken.get(def.id) ?? []), 'none', OTHER_WORD] } : open;
  const judged = [...judgementsOf(doc).keys()].map((id): [Id, FactState] => [id, open]);
  return Object.fromEntries([...doc.facts.map((def): [Id, FactState] => [def.id, stateOf(def)]), ...judged]);
}

const OTHER_WORD = 'another';

/** A plain firm with every answer given, from which others are made. */
export function plainFirm(doc: PolicyDoc, day: number, year: number): Facts {
  const facts = doc.facts.map((def): [Id, FactState] => [def.id, { known: plainAnswer(doc, def, day, year) }]);
  const judged = [...judgementsOf(doc).keys()].map((id): [Id, FactState] => [id, { known: false }]);
  return Object.fromEntries([...facts, ...judged]);
}

function plainAnswer(doc: PolicyDoc, def: FactDef, day: number, year: number): FactInput {
  if (typeof def.ifMissing === 'object' && def.type !== 'series') return def.ifMissing.assume;
  switch (def.type) {
    case 'bool':
      return false;
    case 'enum':
      return wordsOf(def)?.at(-1) ?? 'none';
    case 'date':
      return formatDay(addMonths(day, -36));
    case 'list':
      return [];
    case 'series': {
      const figure = formatNum(plainFigure(doc, def));
      return Object.fromEntries(Array.from({ length: YEARS }, (_, back) => [String(year - back), figure]));
    }
    default:
      return formatNum(plainFigure(doc, def));
  }
}

function plainFigure(_doc: PolicyDoc, def: FactDef): Rational {
  const part = def.partOf === undefined ? 1 : 10;
  const unit = unitOfFact(def);
  const size = unit === 'CNY' || unit === 'USD' ? 10_000_000 : unit === 'people' ? 100 : unit === 'ratio' ? 0 : 1;
  const usual = fromInt(Math.floor(size / part));
  if (isWithin(def, usual)) return usual;
  const end = def.domain?.min ?? def.domain?.max;
  return end === undefined ? usual : num(end);
}

/** Whether a fact can have this value: in its bounds, people and things whole. */
export function fits(def: FactDef, value: Rational): boolean {
  const unit = unitOfFact(def);
  const isWhole = def.type === 'int' || unit === 'people' || unit === 'count';
  return isWithin(def, value) && (!isWhole || value.d === 1n);
}

/** The facts with one figure set; undefined where the fact cannot have it. Money goes down to 分. */
export function withFigure(doc: PolicyDoc, facts: Facts, id: Id, year: number, value: Rational): Facts | undefined {
  const def = doc.facts.find((f) => f.id === id);
  if (!def || unitOfFact(def) === undefined) return undefined;
  const unit = unitOfFact(def);
  const exact = unit === 'CNY' || unit === 'USD' ? floorToFen(value) : value;
  return fits(def, exact) ? setFigure(doc, facts, id, year, exact) : undefined;
}

/** A fact on its own grid: 分, whole people and things; undefined where any fraction can occur. */
export function gridOf(def: FactDef | undefined): Rational | undefined {
  const unit = def && unitOfFact(def);
  if (unit === 'CNY' || unit === 'USD') return { n: 1n, d: 100n };
  return def?.type === 'int' || unit === 'people' || unit === 'count' ? fromInt(1) : undefined;
}

/** A part is never more than its whole: the whole grows where it has to. */
export function withWholes(doc: PolicyDoc, facts: Facts): Facts {
  const tidied = new Map(Object.entries(facts));
  for (const { id, partOf } of doc.facts) {
    const [part, all] = [tidied.get(id), tidied.get(partOf ?? '')];
    if (partOf !== undefined && part && all && 'known' in part && 'known' in all)
      tidied.set(partOf, { known: grown(part.known, all.known) });
  }
  return Object.fromEntries(tidied);
}

function grown(part: FactInput, all: FactInput): FactInput {
  if (typeof part === 'string' && typeof all === 'string') return greater(part, all);
  if (typeof part !== 'object' || typeof all !== 'object' || Array.isArray(part) || Array.isArray(all)) return all;
  const parts = part as Readonly<Record<string, string | null>>;
  return Object.fromEntries(
    Object.entries(all as Readonly<Record<string, string | null>>).map(([year, figure]) => {
      const own = parts[year];
      return [year, typeof own === 'string' && typeof figure === 'string' ? greater(own, figure) : figure];
    }),
  );
}

const isFigure = (x: string): boolean => x !== 'notApplicable';
const greater = (part: string, all: string): string =>
  isFigure(part) && isFigure(all) && compare(num(part), num(all)) > 0 ? part : all;
