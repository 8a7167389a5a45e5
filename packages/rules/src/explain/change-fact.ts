import type { Reference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { add, compare, formatNum, fromInt, num, type Rational, sign } from '../number/rational.ts';
import type { FactDef, FactInput, Id, PolicyDoc, SeriesInput, Unit } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { unitOfFact } from '../policy/units.ts';

/** The one figure that is changed: a fact, or one fiscal year of a series, and the whole that moves along. */
export interface Driver {
  readonly fact: Id;
  /** Years before the base year, for series. */
  readonly back: number;
  readonly along?: Id;
}

/** The smallest step of a figure: whole people and items, 分 for money, a hundredth of a percent for the rest. */
export function stepOf(def: FactDef): Rational {
  const unit = unitOfFact(def);
  if (def.type === 'int' || unit === 'people' || unit === 'count' || unit === 'days') return fromInt(1);
  if (unit === 'CNY' || unit === 'USD') return { n: 1n, d: 100n };
  return { n: 1n, d: 10000n };
}

/** The facts with the driver (and its whole) changed by `by`; undefined where a figure is not known or leaves its bounds. */
export function changeBy(r: Reference, facts: Facts, year: number, driver: Driver, by: Rational): Facts | undefined {
  const moved = changeOne(r, facts, year, driver.fact, driver.back, by);
  return moved && driver.along !== undefined ? changeOne(r, moved, year, driver.along, driver.back, by) : moved;
}

function changeOne(r: Reference, facts: Facts, year: number, fact: Id, back: number, by: Rational): Facts | undefined {
  const def = r.firm.def(fact);
  if (!def) return undefined;
  const now = r.firm.number(fact, back);
  if (!now.some || !isKnown(now)) return undefined;
  const next = add(now.lo, by);
  return isWithin(def, next) ? setFigure(r.doc, facts, fact, year - back, next) : undefined;
}

const NEVER_NEGATIVE: readonly (Unit | undefined)[] = ['people', 'count', 'days', 'years', 'months'];

/** Whether a figure lies in the bounds of its fact; numbers of people and items are never negative. */
export function isWithin(def: FactDef, value: Rational): boolean {
  const { min, max } = def.domain ?? {};
  if (min !== undefined ? compare(value, num(min)) < 0 : NEVER_NEGATIVE.includes(unitOfFact(def)) && sign(value) < 0)
    return false;
  return max === undefined || compare(value, num(max)) <= 0;
}

/** The facts with one figure set; `year` is the fiscal year and matters for series only. */
export function setFigure(doc: PolicyDoc, facts: Facts, fact: Id, year: number, value: Rational): Facts {
  const def = doc.facts.find((d) => d.id === fact);
  if (def?.type !== 'series') return { ...facts, [fact]: { known: formatNum(value) } };
  const series: SeriesInput = { ...seriesOf(def, facts), [String(year)]: formatNum(value) };
  return { ...facts, [fact]: { known: series } };
}

function seriesOf(def: FactDef, facts: Facts): SeriesInput {
  const given = facts[def.id];
  const input: FactInput | undefined = given && 'known' in given ? given.known : given ? undefined : assumption(def);
  return typeof input === 'object' && !Array.isArray(input) ? (input as SeriesInput) : {};
}

const assumption = (def: FactDef): FactInput | undefined =>
  typeof def.ifMissing === 'object' ? def.ifMissing.assume : undefined;
