import type { Expr, FactDef, Id, PolicyDoc, Unit } from './document.ts';
import { perDoc } from './per-doc.ts';

/**
 * The unit algebra (单位). Nothing is converted silently.
 *
 * - Alike: `add sub min max cond sum bestOf bandsBy` and both sides of `cmp` need one and the same unit.
 * - A plain number (`none`) or a `ratio` scales anything: CNY × ratio = CNY, people ÷ none = people, ratio × none = ratio.
 * - Like ÷ like is a ratio: CNY ÷ CNY, people ÷ people. Only none ÷ none stays none.
 * - A price times a number of things is a price: CNY × people = CNY, points × count = points; CNY ÷ people = CNY (per head).
 * - Things ÷ other things are a ratio: count ÷ people. Things × other things are a plain number.
 * - Refused: CNY × CNY, CNY ÷ USD without `fx`, anything but money ÷ money.
 * - `growth` is a ratio; `span` is in years, months or days; `indicator` is in points; `bands table marginal linear` say
 *   their unit; `bonus` takes the unit of what it stands beside.
 */
export type UnitResult = { readonly unit: Unit | undefined } | { readonly clash: readonly [Unit, Unit] };

const isPrice = (unit: Unit): boolean => unit === 'CNY' || unit === 'USD' || unit === 'points';
const isPlain = (unit: Unit): boolean => unit === 'none' || unit === 'ratio';

/** One unit for all; `undefined` members (not known) are passed over. */
export function alike(units: readonly (Unit | undefined)[]): UnitResult {
  const known = units.filter((unit) => unit !== undefined);
  const [first] = known;
  const other = known.find((unit) => unit !== first);
  return first !== undefined && other !== undefined ? { clash: [first, other] } : { unit: first };
}

/** Unit of a product. */
export function productOf(units: readonly (Unit | undefined)[]): UnitResult {
  const known = units.filter((unit) => unit !== undefined);
  const [price, second] = known.filter(isPrice);
  if (price !== undefined && second !== undefined) return { clash: [price, second] };
  if (known.length < units.length) return { unit: undefined };
  if (price !== undefined) return { unit: price };
  const [thing, ...others] = known.filter((unit) => !isPlain(unit));
  if (thing !== undefined) return { unit: others.length === 0 ? thing : 'none' };
  return { unit: known.includes('ratio') ? 'ratio' : 'none' };
}

/** Unit of a quotient. */
export function quotientOf(a: Unit | undefined, b: Unit | undefined): UnitResult {
  if (a === undefined || b === undefined) return { unit: undefined };
  if (a === b) return { unit: a === 'none' ? 'none' : 'ratio' };
  if (isPlain(b)) return { unit: a };
  if (isPrice(b)) return { clash: [a, b] };
  if (isPrice(a)) return { unit: a };
  return { unit: isPlain(a) ? 'none' : 'ratio' };
}

/** Unit of a fact's figure, or of each year of a series; undefined where it is not a figure. */
export function unitOfFact(def: FactDef): Unit | undefined {
  if (def.type === 'money') return def.unit ?? 'CNY';
  return def.type === 'int' || def.type === 'num' || def.type === 'series' ? (def.unit ?? 'none') : undefined;
}

/** Finds the definition a fact id stands for; `item.<field>` among the fields of the list that is being looked through. */
export function findFact(id: Id, doc: Pick<PolicyDoc, 'facts'>, fields: readonly FactDef[] = []): FactDef | undefined {
  return id.startsWith('item.') ? fields.find((f) => f.id === id.slice(5)) : doc.facts.find((f) => f.id === id);
}

const SPAN_UNITS = {
  calendarYears: 'years',
  anniversaryYears: 'years',
  anniversaryMonths: 'months',
  days: 'days',
  days365: 'years',
} as const;

/**
 * Unit of a value; undefined where it cannot be told (a fact that is not there, units that clash, a `bonus` alone).
 * `fields` are the fields of the list whose records are looked through, inside `exists.where`.
 */
export function unitOf(e: Expr, doc: PolicyDoc, fields: readonly FactDef[] = []): Unit | undefined {
  if (e.k === 'lit') return e.unit;
  if (fields.length > 0) return unitAnew(e, doc, fields);
  const known = unitsOf(doc);
  const had = known.get(e);
  if (had) return had;
  const unit = unitAnew(e, doc, fields);
  if (unit !== undefined) known.set(e, unit);
  return unit;
}

// Documents never change, so a unit is worked out once for all firms.
const unitsOf = perDoc(() => new WeakMap<Expr, Unit>());

function unitAnew(e: Expr, doc: PolicyDoc, fields: readonly FactDef[]): Unit | undefined {
  const result = unitResultOf(e, doc, fields);
  return 'unit' in result ? result.unit : undefined;
}

/** Like `unitOf`, telling which units clash at this very node. */
export function unitResultOf(e: Expr, doc: PolicyDoc, fields: readonly FactDef[] = []): UnitResult {
  const of = (x: Expr): Unit | undefined => unitOf(x, doc, fields);
  switch (e.k) {
    case 'add':
    case 'sub':
    case 'min':
    case 'max':
    case 'sum':
    case 'bestOf':
      return alike(e.of.map(of));
    case 'cond':
      return alike([of(e.then), of(e.else)]);
    case 'bandsBy':
      return alike(e.rows.map((row) => of(row.use)));
    case 'mul':
      return productOf(e.of.map(of));
    case 'div':
      return quotientOf(of(e.num), of(e.den));
    case 'neg':
    case 'round':
      return { unit: of(e.of) };
    default:
      return { unit: unitOfLeaf(e, doc, fields) };
  }
}

function unitOfLeaf(e: Expr, doc: PolicyDoc, fields: readonly FactDef[]): Unit | undefined {
  const named = (id: Id): Unit | undefined => {
    const def = findFact(id, doc, fields);
    return def && unitOfFact(def);
  };
  switch (e.k) {
    case 'lit':
    case 'bands':
    case 'table':
    case 'marginal':
    case 'linear':
      return e.unit;
    case 'fact':
      return named(e.fact);
    case 'param':
      return doc.params.find((p) => p.id === e.param)?.unit;
    case 'agg':
      return named(e.series);
    case 'milestone':
      return named(e.paidBefore);
    case 'growth':
      return 'ratio';
    case 'span':
      return SPAN_UNITS[e.how];
    case 'fx':
      return e.to;
    case 'indicator':
      return 'points';
    default:
      return undefined;
  }
}
