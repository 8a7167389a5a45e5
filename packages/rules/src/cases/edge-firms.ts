import { realise } from '../check/realise.ts';
import { createReference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { add, compare, fromInt, ONE, power, type Rational, sign, subtract } from '../number/rational.ts';
import type { PolicyDoc, Unit } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import type { Edge } from './edges.ts';

/** Where a firm stands to an edge. */
export type Place = 'below' | 'at' | 'above';
export const PLACES: readonly Place[] = ['below', 'at', 'above'];

export interface EdgeFirm {
  readonly place: Place;
  readonly facts: Facts;
}

/** The smallest step of a value that people would look at. */
const STEPS: Partial<Record<Unit, Rational>> = {
  CNY: { n: 1n, d: 100n },
  USD: { n: 1n, d: 100n },
  ratio: { n: 1n, d: 10_000n },
  none: { n: 1n, d: 10_000n },
};

interface Placed {
  readonly facts: Facts;
  readonly place: Place;
  /** How far from the edge. */
  readonly off: Rational;
}

/**
 * Firms just below, at and just above an edge, made from given ones by moving as little as the value needs; the nearest
 * that were found. Whether a firm stands there is worked out by the reference.
 */
export function firmsAtEdge(doc: PolicyDoc, dates: Dates, edge: Edge, from: readonly Facts[]): readonly EdgeFirm[] {
  const step = STEPS[edge.unit] ?? fromInt(1);
  const targets = [edge.bound, subtract(edge.bound, step), add(edge.bound, step)];
  const nearest = new Map<Place, Placed>();
  for (const facts of from) {
    const at = { r: createReference(doc, dates, facts), dates, facts };
    for (const made of [facts, ...targets.flatMap((target) => realise(at, edge.of, target))]) {
      const placed = placeOf(doc, dates, edge, made);
      const had = placed && nearest.get(placed.place);
      if (placed && (!had || compare(placed.off, had.off) < 0)) nearest.set(placed.place, placed);
    }
  }
  return PLACES.flatMap((place) => nearest.get(place) ?? []).map(({ place, facts }) => ({ place, facts }));
}

function placeOf(doc: PolicyDoc, dates: Dates, edge: Edge, facts: Facts): Placed | undefined {
  const value = createReference(doc, dates, facts).number(edge.of);
  if (!value.some || !isKnown(value)) return undefined;
  // Under a root the ratios are compared: r against (1 + bound)^root.
  const base = add(ONE, edge.bound);
  if (value.root !== 1 && sign(base) < 0) return undefined;
  const gap = subtract(value.lo, value.root === 1 ? edge.bound : power(base, value.root));
  const side = sign(gap);
  return {
    facts,
    place: side < 0 ? 'below' : side > 0 ? 'above' : 'at',
    off: side < 0 ? { n: -gap.n, d: gap.d } : gap,
  };
}
