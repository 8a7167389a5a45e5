import { dayOf } from '../../date/day.ts';
import { asOf, baseYear } from '../../policy/dates-of.ts';
import type { FactDef, Id, PolicyDoc } from '../../policy/document.ts';
import type { Dates, FactState, Facts } from '../../policy/facts.ts';
import { judgementsOf } from '../../policy/scope.ts';
import type { Population } from '../start-impact.ts';
import { type Chance, chanceOf } from './chance.ts';
import { factHints, yearsRead } from './fact-hints.ts';
import { FirmMaker, type Making, type Outline } from './make-firm.ts';

export interface SyntheticOptions {
  readonly count: number;
  readonly seed: number;
  /** Number of the first firm, so that a population can be made batch by batch. */
  readonly from?: number;
  /** In how many of a hundred cases a fact is left out; 0 where absent. */
  readonly unknownPercent?: number;
}

/**
 * A made-up population (合成企业) for policies: firms spread over both sides of every figure the documents name, many
 * exactly on one. They are plausible, not representative. The same seed gives the same firms. Segments: `industry`, `size`
 * (by turnover), `age` (years).
 *
 * @example syntheticPopulation([doc], dates, { count: 1000, seed: 1 }).facts(0)
 */
export function syntheticPopulation(docs: readonly PolicyDoc[], dates: Dates, options: SyntheticOptions): Population {
  const { count, seed, from = 0, unknownPercent = 0 } = options;
  const [first] = docs;
  const defs = new Map(docs.flatMap((doc) => doc.facts.map((def): [Id, FactDef] => [def.id, def])));
  const judgements = new Set(docs.flatMap((doc) => [...judgementsOf(doc).keys()]));
  const day = dayOf(first ? asOf(first, dates) : dates.decision);
  const making: Making = { defs, hints: factHints(docs), day, year: baseYear(dates), years: yearsRead(docs) };
  const industries = industriesIn(defs);
  const drawn: Outline[] = [];
  const outline = (firm: number): Outline => {
    const made = drawn[firm] ?? outlineOf(chanceOf(seed, from + firm));
    drawn[firm] = made;
    return made;
  };
  const facts = (firm: number): Facts => {
    const chance = chanceOf(seed + 1, from + firm);
    const maker = new FirmMaker(making, chance, outline(firm));
    const made: Record<Id, FactState> = {};
    const put = (id: Id, state: () => FactState): void => {
      const known = state();
      if (unknownPercent === 0 || !chance.is(unknownPercent)) made[id] = known;
    };
    for (const def of defs.values()) put(def.id, () => ({ known: maker.input(def) }));
    for (const id of judgements) put(id, () => ({ known: maker.judgement(id) }));
    return made;
  };
  return {
    size: count,
    facts,
    id: (firm) => `synthetic-${from + firm + 1}`,
    // Who asks for some firms alone does not have all of them drawn.
    get segments() {
      const outlines = Array.from({ length: count }, (_, i) => outline(i));
      return {
        industry: outlines.map((o) => industries[Math.floor(o.industry * industries.length)] ?? ''),
        size: outlines.map((o) => SIZES.find(([most]) => o.turnover < most)?.[1] ?? 'large'),
        age: outlines.map((o) => AGES.find(([most]) => o.months < most)?.[1] ?? '10+'),
      };
    },
  };
}

const SIZES: readonly (readonly [number, string])[] = [
  [3e6, 'micro'],
  [2e7, 'small'],
  [4e8, 'medium'],
];
const AGES: readonly (readonly [number, string])[] = [
  [36, '0–2'],
  [72, '3–5'],
  [132, '6–10'],
];

/** Turnover between 30 万 and 30 亿, small firms the most; up to 15 years old. */
const outlineOf = (chance: Chance): Outline => ({
  turnover: 3e5 * 10 ** (4 * chance.next() ** 1.5),
  months: Math.round(chance.between(3, 180)),
  industry: chance.next(),
});

function industriesIn(defs: ReadonlyMap<Id, FactDef>): readonly string[] {
  const def = [...defs.values()].find((d) => d.type === 'enum' && /industry/i.test(d.id));
  return def?.domain?.values?.map((v) => v.id) ?? ['all'];
}
