import { multiply, num, type Rational } from '../number/rational.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Decision, Range, Truth } from './decision.ts';
import type { Layout } from './lower/ir.ts';

/**
 * The compact result for one firm, without text. Numbers only: tiers 0 no, 1 yes, 2 undetermined; points and money NaN
 * where they are not settled. It belongs to its program and is valid until the next `run`.
 */
export interface Outcome {
  /** Number of the best tier, lowest rung 0; −1 for none. */
  best: number;
  readonly tiers: Float64Array;
  /** Points of the scored routes in document order, as whole numbers over `scales`. */
  readonly points: Float64Array;
  readonly scales: Float64Array;
  /** Final amounts in 分, in the order of the document. */
  readonly awards: Float64Array;
  /** What the firm may claim from each pool, in 分. */
  readonly claims: Float64Array;
}

/** An outcome that looks into the result array of a program: nothing is copied. */
export function outcomeView(results: Float64Array, layout: Layout): Outcome {
  return {
    best: -1,
    tiers: results.subarray(layout.tiers, layout.points),
    points: results.subarray(layout.points, layout.scales),
    scales: results.subarray(layout.scales, layout.awards),
    awards: results.subarray(layout.awards, layout.claims),
    claims: results.subarray(layout.claims, layout.end),
  };
}

/** The compact form of a full decision, for firms only the reference can judge. */
export function outcomeOf(doc: PolicyDoc, d: Decision): Outcome {
  const points = d.tiers.flatMap((t) => t.routes.flatMap((r) => (r.points ? [settled(r.points)] : [])));
  return {
    best: doc.tiers.findLastIndex((_, i) => d.tiers[i]?.outcome === 'yes'),
    tiers: Float64Array.from(d.tiers, (t) => CODES[t.outcome]),
    points: Float64Array.from(points, (x) => (x ? Number(x.n) : Number.NaN)),
    scales: Float64Array.from(points, (x) => (x ? Number(x.d) : 1)),
    awards: Float64Array.from(d.awards, (a) => fenOf(a.amount)),
    claims: Float64Array.from(d.pools, (p) => fenOf(p.claim)),
  };
}

const CODES: Record<Truth, number> = { no: 0, yes: 1, undetermined: 2 };
const settled = (r: Range): Rational | undefined => (r.lo === r.hi ? num(r.lo) : undefined);

function fenOf(r: Range): number {
  const x = settled(r);
  return x ? Number(multiply(x, { n: 100n, d: 1n }).n) : Number.NaN;
}
