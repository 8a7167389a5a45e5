import { type EdgeFirm, firmsAtEdge, type Place } from '../cases/edge-firms.ts';
import { differingFirms, edgePopulation, pivotalFirms } from '../cases/edge-population.ts';
import { type Edge, edgesOf } from '../cases/edges.ts';
import type { ColumnResults } from '../evaluate/columns/column-results.ts';
import type { ColumnStore } from '../evaluate/columns/column-store.ts';
import { compileColumns } from '../evaluate/columns/compile-columns.ts';
import type { Decision, RouteResult } from '../evaluate/decision.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { ParamNotInForce } from '../evaluate/param.ts';
import { withFigure } from '../impact/sweep/figure-at.ts';
import type { Id, PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';
import { comparePolicies, type PolicyChange } from './compare-policies.ts';

/** A firm whose result a change turns, with both results as the reference gives them. */
export interface ChangeWitness {
  readonly facts: Facts;
  /** Where it stands to the old or new figure, where it was made for that. */
  readonly edge?: { readonly figure: 'before' | 'after'; readonly place: Place };
  readonly before: Decision;
  readonly after: Decision;
  /** Tiers and awards whose result differs, and scored routes whose points do. */
  readonly differs: readonly Id[];
}

/** A change and firms that show it; none where no firm was found whose result it turns. */
export interface WitnessedChange {
  readonly change: PolicyChange;
  readonly witnesses: readonly ChangeWitness[];
}

export interface WitnessOptions {
  /** Firms to begin with, such as those of worked cases. */
  readonly seeds?: readonly Facts[];
  /** Most witnesses of one change. */
  readonly most?: number;
  /** Made-up firms that are looked through. */
  readonly count?: number;
}

const STARTS = 4;

/**
 * For every change that bears on results, firms at its edges that get another result (变动见证): at the old and the new
 * figure, just below and just above, or any firm that the change alone turns. Each is evaluated under both versions by the
 * reference before it is given. Words and sources have none.
 *
 * @example witnessChanges(v2018, v2020, dates).filter((w) => w.witnesses.length > 0)
 */
export function witnessChanges(
  before: PolicyDoc,
  after: PolicyDoc,
  dates: Dates,
  options: WitnessOptions = {},
): readonly WitnessedChange[] {
  const { seeds = [], most = 3, count } = options;
  const changes = comparePolicies(before, after).filter((c) => c.type !== 'wording' && c.type !== 'source');
  if (changes.length === 0) return [];
  const store = edgePopulation([before, after], dates, seeds, count);
  const [was, is] = [before, after].map((doc) => compileColumns(doc, dates).run(store)) as [
    ColumnResults,
    ColumnResults,
  ];
  const search: Search = { before, after, dates, store, was, is };
  return changes.map((change) => {
    const found = [...atEdges(search, change), ...inPopulation(search, change, most)];
    return { change, witnesses: distinct(found).slice(0, most) };
  });
}

interface Search {
  readonly before: PolicyDoc;
  readonly after: PolicyDoc;
  readonly dates: Dates;
  readonly store: ColumnStore;
  readonly was: ColumnResults;
  readonly is: ColumnResults;
}

/** Firms moved to just below, onto and just above the old and the new figure. */
function atEdges(s: Search, change: PolicyChange): readonly ChangeWitness[] {
  if (change.type !== 'figure') return [];
  const sides = [
    { figure: 'before', doc: s.before, path: change.beforePath },
    { figure: 'after', doc: s.after, path: change.afterPath },
  ] as const;
  return sides.flatMap(({ figure, doc, path = '' }) => {
    const edge = edgeAt(doc, s.dates, path);
    if (!edge) return [];
    const pivotal = pivotalFirms(doc, s.dates, path, s.store, STARTS);
    const firms: readonly EdgeFirm[] = firmsAtEdge(doc, s.dates, edge, pivotal);
    return firms.flatMap(({ place, facts }) => {
      const witness = witnessOf(s, facts);
      return witness ? [{ ...witness, edge: { figure, place } }] : [];
    });
  });
}

/** The edge of a figure; that of a parameter lies where the parameter is used. */
function edgeAt(doc: PolicyDoc, dates: Dates, path: string): Edge | undefined {
  const [first, at = ''] = path.split('.');
  if (first !== 'params') return edgesOf(doc, dates).find((edge) => edge.path === path);
  const param = doc.params[Number(at)];
  const isOfParam = (edge: Edge): boolean => {
    const here = edge.path.split('.').reduce<unknown>((x, key) => (x as Record<string, unknown>)?.[key], doc);
    return (here as { k?: string; param?: Id } | undefined)?.param === param?.id;
  };
  return edgesOf(doc, dates).find(isOfParam);
}

/** Firms of the population that the change turns: by itself where it is one figure, else in the part it lies in. */
function inPopulation(s: Search, change: PolicyChange, most: number): readonly ChangeWitness[] {
  const [a, b] = sidesOf(s, change);
  const decided = differingFirms(a, b, 50 * most, false);
  const candidates = decided.length > 0 ? decided : differingFirms(a, b, 50 * most, true);
  const found: ChangeWitness[] = [];
  for (const i of candidates) {
    const witness = witnessOf(s, s.store.facts(i));
    if (witness && (change.type === 'figure' || touches(witness, change))) found.push(witness);
    if (found.length >= most) break;
  }
  return found;
}

function sidesOf(s: Search, change: PolicyChange): [ColumnResults, ColumnResults] {
  if (change.type !== 'figure' || change.beforePath === undefined) return [s.was, s.is];
  const alone = withFigure(s.before, change.beforePath, change.after);
  return [s.was, resultsOf(alone, s) ?? s.is];
}

function resultsOf(doc: PolicyDoc, s: Search): ColumnResults | undefined {
  try {
    return compileColumns(doc, s.dates).run(s.store);
  } catch (error) {
    if (error instanceof ParamNotInForce) return undefined;
    throw error;
  }
}

/** A change in no tier and no award (a parameter, a fact, a stack) may show anywhere. */
function touches({ differs }: ChangeWitness, change: PolicyChange): boolean {
  const [part] = change.within;
  const isOwn = part !== undefined && /^(tiers|awards)\./.test(change.key);
  return !isOwn || differs.includes(part.id);
}

// INVARIANT (witnesses differ): a firm is given only where the reference gives it two different results.
function witnessOf({ before, after, dates }: Search, facts: Facts): ChangeWitness | undefined {
  const [was, is] = [evaluateReference(before, dates, facts), evaluateReference(after, dates, facts)];
  const differs = [
    ...idsThatDiffer(
      was.tiers,
      is.tiers,
      (t) => t.tier,
      (t) => t.outcome,
    ),
    ...idsThatDiffer(
      was.awards,
      is.awards,
      (a) => a.award,
      (a) => `${a.amount.lo} ${a.amount.hi}`,
    ),
    ...idsThatDiffer(
      pointsIn(was),
      pointsIn(is),
      (r) => r.route,
      (r) => `${r.points?.lo} ${r.points?.hi}`,
    ),
  ];
  return differs.length === 0 ? undefined : { facts, before: was, after: is, differs };
}

const pointsIn = (d: Decision): readonly RouteResult[] =>
  d.tiers.flatMap((tier) => tier.routes.filter((route) => route.points !== undefined));

function idsThatDiffer<T>(
  was: readonly T[],
  is: readonly T[],
  idOf: (x: T) => Id,
  resultOf: (x: T) => string,
): readonly Id[] {
  const [a, b] = [was, is].map((all) => new Map(all.map((x) => [idOf(x), resultOf(x)])));
  return [...new Set([...was, ...is].map(idOf))].filter((id) => a?.get(id) !== b?.get(id));
}

function distinct(found: readonly ChangeWitness[]): readonly ChangeWitness[] {
  const seen = new Set<string>();
  return found.filter((w) => {
    const key = canonicalJson(w.facts);
    return !seen.has(key) && seen.add(key);
  });
}
