import { multiply, num, type Rational, toDouble } from '../../number/rational.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Decision, Range, Truth } from '../decision.ts';

/** No tier certainly holds. */
export const NO_TIER = 255;

/** Both ends of one firm's figure, exact. */
export interface ExactRange {
  readonly lo: Rational;
  readonly hi: Rational;
}

/** A figure of every firm as an interval; `lo` and `hi` are the same array where it is settled for all of them. */
export interface ColumnRange {
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** Of money, the firms whose amount no double holds: beyond 2⁵³−1 分, or not whole 分. */
  readonly exact?: ReadonlyMap<number, ExactRange>;
}

/**
 * The results of many firms, a column each (按列存放的结果). Money is in whole 分 (up to 2⁵³−1; beyond that the nearest double,
 * and `exact` beside it), points are the nearest double of the exact fraction.
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
  exact?: Map<number, ExactRange>;
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
const fen = (text: string): Rational => multiply(num(text), HUNDRED);

/** Writes a full decision in the place of one firm. */
export function writeDecision(into: OpenResults, firm: number, d: Decision): void {
  const best = d.tiers.findLastIndex((t) => t.outcome === 'yes');
  into.best[firm] = best < 0 ? NO_TIER : best;
  d.tiers.forEach((t, i) => {
    (into.tiers[i] as Uint8Array)[firm] = CODES[t.outcome];
  });
  const points = d.tiers.flatMap((t) => t.routes.flatMap((r) => (r.points ? [r.points] : [])));
  points.forEach((range, i) => {
    setRange(into.points[i] as OpenRange, firm, toDouble(num(range.lo)), toDouble(num(range.hi)));
  });
  d.awards.forEach(({ amount }, i) => {
    setMoney(into.awards[i] as OpenRange, firm, amount);
  });
  d.pools.forEach(({ claim }, i) => {
    setMoney(into.claims[i] as OpenRange, firm, claim);
  });
  setMoney(into.total, firm, d.total);
}

function setMoney(range: OpenRange, firm: number, of: Range): void {
  const exact = { lo: fen(of.lo), hi: fen(of.hi) };
  setRange(range, firm, toDouble(exact.lo), toDouble(exact.hi));
  if (isHeld(exact.lo) && isHeld(exact.hi)) return;
  range.exact ??= new Map();
  range.exact.set(firm, exact);
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);
/** Whether a double is the number itself, and not the nearest to it. */
const isHeld = ({ n, d }: Rational): boolean => d === 0n || (d === 1n && n <= MOST && -n <= MOST);

export function setRange(range: OpenRange, firm: number, lo: number, hi: number): void {
  if (lo !== hi && range.hi === range.lo) range.hi = range.lo.slice();
  range.lo[firm] = lo;
  range.hi[firm] = hi;
}
