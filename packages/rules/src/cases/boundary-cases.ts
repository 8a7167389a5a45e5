import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { canonicalJson } from '../receipt/canonical-json.ts';
import { firmsAtEdge, type Place } from './edge-firms.ts';
import { edgePopulation, pivotalFirms } from './edge-population.ts';
import { type Edge, edgesOf } from './edges.ts';
import type { Expectation, PolicyCase } from './policy-case.ts';

/** A case made by the engine: what must come out is what the reference says today, for a person to confirm. */
export interface BoundaryCase extends PolicyCase {
  readonly source: 'generated';
  /** The figure it stands beside. */
  readonly edge: string;
  readonly place: Place;
}

export interface BoundaryOptions {
  /** Firms to begin with, such as those of worked cases; made-up ones are added. */
  readonly seeds?: readonly Facts[];
  /** Only edges whose path starts with this. */
  readonly under?: string;
}

const STARTS = 3;
const NOTE: Readonly<Record<Place, PolicyCase['note']>> = {
  below: {
    'zh-CN': '自动生成：恰在界限之下。结果由基准程序算出，请核对后采用。',
    en: 'Generated: just below the edge. Computed by the reference; confirm before relying on it.',
  },
  at: {
    'zh-CN': '自动生成：恰在界限上。结果由基准程序算出，请核对后采用。',
    en: 'Generated: exactly at the edge. Computed by the reference; confirm before relying on it.',
  },
  above: {
    'zh-CN': '自动生成：恰在界限之上。结果由基准程序算出，请核对后采用。',
    en: 'Generated: just above the edge. Computed by the reference; confirm before relying on it.',
  },
};

/**
 * Cases just below, at and just above every edge of a policy (临界算例), for firms that hang on that edge wherever one was
 * found. Expectations are computed by the reference and the cases say that they are generated; no firm comes twice.
 *
 * @example boundaryCases(doc, dates).filter((one) => one.place === 'at')
 */
export function boundaryCases(doc: PolicyDoc, dates: Dates, options: BoundaryOptions = {}): readonly BoundaryCase[] {
  const { seeds = [], under = '' } = options;
  const store = edgePopulation([doc], dates, seeds);
  const any = Array.from({ length: STARTS }, (_, i) => store.facts(i));
  const seen = new Set<string>();
  return edgesOf(doc, dates)
    .filter((edge) => edge.path.startsWith(under))
    .flatMap((edge) => {
      const pivotal = pivotalFirms(doc, dates, edge.path, store, STARTS);
      return firmsAtEdge(doc, dates, edge, pivotal.length > 0 ? pivotal : any).flatMap(({ place, facts }) => {
        const key = canonicalJson(facts);
        if (seen.has(key)) return [];
        seen.add(key);
        return [caseOf(doc, dates, edge, place, facts)];
      });
    });
}

function caseOf(doc: PolicyDoc, dates: Dates, edge: Edge, place: Place, facts: Facts): BoundaryCase {
  const decision = evaluateReference(doc, dates, facts);
  const expect: Expectation = {
    best: decision.best ?? null,
    outcomes: Object.fromEntries(decision.tiers.map((t) => [t.tier, t.outcome])),
    routes: Object.fromEntries(decision.tiers.flatMap((t) => t.routes.map((r) => [r.route, r.outcome]))),
    amount: Object.fromEntries(decision.awards.map((a) => [a.award, a.amount])),
  };
  const note = NOTE[place];
  const named = { name: `generated ${edge.path} ${place}`, ...(note ? { note } : {}), source: 'generated' as const };
  return { ...named, edge: edge.path, place, facts, dates, expect };
}
