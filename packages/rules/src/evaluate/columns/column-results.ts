import { multiply, num, toDouble } from '../../number/rational.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Decision, Range, Truth } from '../decision.ts';

/** No tier certainly holds. */
export const NO_TIER = 255;

/** A figure of every firm as an interval; `lo` and `hi` are the same array where it is settled for all of them. */
export interface ColumnRange {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
}

/**
 * The results of many firms, a column each (按列存放的结果). Money is in whole 分 (exact up to 2⁵³−1; beyond that the nearest
 * double, and `byReference` has the exact text), points are the nearest double of the exact fraction.
 */
export interface ColumnResults {
  readonly size: number;
  /** Number of the highest tier that certainly holds, lowest rung 0; `NO_TIER` for none. */
  readonly best: Uint8Array;
  /** For each tier of the document: 0 no, 1 yes, 2 undetermined. */
  readonly tiers: readonly Uint8Array[];
  /** For each scored route, in document order. */
  readonly points: readonly ColumnRange[];
  readonly awards: readonly ColumnRange[];
  /** What may be claimed from each pool. */
  readonly claims: readonly ColumnRange[];
  readonly total: ColumnRange;
  /** Firms that were judged by the reference, with their decisions. */
  readonly byReference: ReadonlyMap<number, Decision>;
}

/** Ranges under construction: the upper end becomes an array of its own with the first firm that is not settled. */
export interface OpenRange {
  readonly lo: Float64Array;
  hi: Float64Array;
}
export interface OpenResults {
  readonly best: Uint8Array;
  readonly tiers: readonly Uint8Array[];
  readonly points: readonly OpenRange[];
  readonly awards: readonly OpenRange[];
  readonly claims: readonly OpenRange[];
  readonly total: OpenRange;
}

export function openResults(doc: PolicyDoc, size: number): OpenResults {
  const range = (): OpenRange => {
    const lo = new Float64Array(size);
    return { lo, hi: lo };
  };
  return {
    best: new Uint8Array(size),
    tiers: doc.tiers.map(() => new Uint8Array(size)),
    points: doc.tiers.flatMap((t) => t.routes.flatMap((r) => (r.k === 'scored' ? [range()] : []))),
    awards: doc.awards.map(range),
    claims: doc.pools.map(range),
    total: range(),
  };
}

const CODES: Record<Truth, number> = { no: 0, yes: 1, undetermined: 2 };
const HUNDRED = { n: 100n, d: 1n };
const fen = (text: string): number => toDouble(multiply(num(text), HUNDRED));
const plain = (text: string): number => toDouble(num(text));

/** Writes a full decision in the place of one firm. */
export function writeDecision(into: OpenResults, firm: number, d: Decision): void {
  const best = d.tiers.findLastIndex((t) => t.outcome === 'yes');
  into.best[firm] = best < 0 ? NO_TIER : best;
  d.tiers.forEach((t, i) => {
    (into.tiers[i] as Uint8Array)[firm] = CODES[t.outcome];
  });
  const points = d.tiers.flatMap((t) => t.routes.flatMap((r) => (r.points ? [r.points] : [])));
  const write = (ranges: readonly OpenRange[], of: readonly Range[], read: (text: string) => number): void =>
    of.forEach((range, i) => {
      setRange(ranges[i] as OpenRange, firm, read(range.lo), read(range.hi));
    });
  write(into.points, points, plain);
  write(
    into.awards,
    d.awards.map((a) => a.amount),
    fen,
  );
  write(
    into.claims,
    d.pools.map((p) => p.claim),
    fen,
  );
  setRange(into.total, firm, fen(d.total.lo), fen(d.total.hi));
}

function setRange(range: OpenRange, firm: number, lo: number, hi: number): void {
  if (lo !== hi && range.hi === range.lo) range.hi = range.lo.slice();
  range.lo[firm] = lo;
  range.hi[firm] = hi;
}
