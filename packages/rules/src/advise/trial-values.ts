import { addMonths, formatDay } from '../date/day.ts';
import { paramValue } from '../evaluate/param.ts';
import { isWithin, stepOf } from '../explain/change-fact.ts';
import {
  add,
  compare,
  formatNum,
  fromInt,
  isFiniteRational,
  multiply,
  num,
  type Rational,
  subtract,
} from '../number/rational.ts';
import type { Expr, FactDef, FactInput, Id, Num, PolicyDoc, Pred } from '../policy/document.ts';
import { unitOfFact } from '../policy/units.ts';
import { childrenOf, factsUsed, walkDoc } from '../policy/walk.ts';

/** The figures each fact is compared with, by fact; worked out once per document and day, which picks the parameters. */
const compared = new WeakMap<
  PolicyDoc,
  { readonly day: number; readonly byFact: ReadonlyMap<Id, readonly Rational[]> }
>();

/**
 * Values worth trying for a fact whose answer is not known: every word, yes and no, or numbers on both sides of the
 * figures it is compared with. At most `max` of them. Lists give an empty list only.
 */
export function trialValues(
  doc: PolicyDoc,
  def: FactDef,
  day: number,
  years: readonly number[],
  max: number,
): readonly FactInput[] {
  if (def.type === 'bool') return [true, false];
  if (def.type === 'enum') return (def.domain?.values ?? []).slice(0, max).map((v) => v.id);
  if (def.type === 'list') return [[]];
  if (def.type === 'date') return [0, 1, 3, 5, 11].slice(0, max).map((back) => formatDay(addMonths(day, -12 * back)));
  const figures = spread(numbersFor(def, thresholdsOf(doc, def.id, day)), max).map(formatNum);
  if (def.type !== 'series') return figures;
  return figures.map((figure) => Object.fromEntries(years.map((year) => [String(year), figure])));
}

/** Both sides of each threshold, 0 and far beyond, within the bounds of the fact, in ascending order. */
function numbersFor(def: FactDef, thresholds: readonly Rational[]): readonly Rational[] {
  const step = stepOf(def);
  const highest = thresholds.at(-1) ?? (unitOfFact(def) === 'people' ? fromInt(100) : fromInt(1));
  const all = [
    fromInt(0),
    ...thresholds.flatMap((t) => [subtract(t, step), t, add(t, step)]),
    multiply(highest, fromInt(10)),
  ];
  const fit = all.filter((x) => isWithin(def, x)).sort(compare);
  return fit.filter((x, i) => i === 0 || compare(x, fit[i - 1] ?? x) !== 0);
}

/** Some of many, evenly, with both ends. */
function spread<T>(all: readonly T[], max: number): readonly T[] {
  if (all.length <= max) return all;
  return Array.from({ length: max }, (_, i) => all[Math.round((i * (all.length - 1)) / (max - 1))] as T);
}

function thresholdsOf(doc: PolicyDoc, fact: Id, day: number): readonly Rational[] {
  const known = compared.get(doc);
  if (known?.day === day) return known.byFact.get(fact) ?? [];
  const byFact = collect(doc, day);
  compared.set(doc, { day, byFact });
  return byFact.get(fact) ?? [];
}

function collect(doc: PolicyDoc, day: number): Map<Id, readonly Rational[]> {
  const found = new Map<Id, Rational[]>();
  const note = (e: Expr, figures: readonly Rational[]): void => {
    // A ratio is not compared with the figures of its parts.
    if (e.k !== 'fact' && e.k !== 'agg') return;
    for (const id of factsUsed(e)) found.set(id, [...(found.get(id) ?? []), ...figures]);
  };
  walkDoc(doc, (node) => {
    if (node.k === 'cmp') {
      note(node.a, figureOf(doc, node.b, day));
      note(node.b, figureOf(doc, node.a, day));
    } else if (node.k === 'bands' || node.k === 'marginal' || node.k === 'linear' || node.k === 'milestone') {
      note(node.of, boundsOf(node.rows));
    } else if (node.k === 'bandsBy') note(node.by, boundsOf(node.rows));
  });
  return new Map([...found].map(([id, all]) => [id, all.filter(isFiniteRational).sort(compare)]));
}

const boundsOf = (rows: readonly { readonly ge?: Num; readonly gt?: Num }[]): readonly Rational[] =>
  rows.flatMap((row) => ((row.ge ?? row.gt) === undefined ? [] : [num(row.ge ?? row.gt ?? '0')]));

function figureOf(doc: PolicyDoc, e: Expr | Pred, day: number): readonly Rational[] {
  if (e.k === 'lit') return [num(e.value)];
  if (e.k === 'param') return [paramValue(doc, e.param, day)];
  return childrenOf(e).length > 0 ? childrenOf(e).flatMap((kid) => figureOf(doc, kid.node, day)) : [];
}
