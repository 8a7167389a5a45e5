import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { type Lowered, NotLowerable, type SlotPlan } from '../lower/ir.ts';
import { type LoweredRanges, lowerRanges } from '../ranges/lower-ranges.ts';
import type { EndPlaces, RangePlaces } from '../ranges/range-store.ts';
import type { ColumnBackend, Kernel, Output, ResultColumn } from './column-backend.ts';
import { type OpenRange, type OpenResults, setRange } from './column-results.ts';
import { type Column, OPEN } from './column-store.ts';

/** Firms judged at a time, so that what is gathered of them stays near the processor. */
const MOST = 2048;

/** Judges firms whose facts are partly open, by number, and writes their results; marks in `gaveUp` those it cannot. */
export type OpenJudge = (
  columns: readonly Column[],
  firms: readonly number[],
  results: OpenResults,
  gaveUp: Uint8Array,
) => void;

interface Built {
  readonly lowered: LoweredRanges;
  readonly kernel: Kernel;
}

/** A policy made ready for firms with open facts; what is open for none of them is lowered as if it could not be. */
export function openJudge(doc: PolicyDoc, dates: Dates, { slots }: Lowered, target: ColumnBackend): OpenJudge {
  const isOpen = slots.map(() => false);
  let built: Built | undefined;
  let isFit = false;
  const grow = (columns: readonly Column[]): void => {
    columns.forEach(({ open }, i) => {
      if (isOpen[i] || !open?.includes(OPEN)) return;
      isOpen[i] = true;
      isFit = false;
    });
  };
  return (columns, firms, results, gaveUp) => {
    grow(columns);
    if (!isFit) built = build(doc, dates, slots, isOpen, target);
    isFit = true;
    for (let from = 0; built && from < firms.length; from += MOST)
      judgeSome(built, columns, isOpen, firms.slice(from, from + MOST), results, gaveUp);
  };
}

function build(
  doc: PolicyDoc,
  dates: Dates,
  slots: readonly SlotPlan[],
  isOpen: readonly boolean[],
  target: ColumnBackend,
): Built | undefined {
  try {
    const lowered = lowerRanges(doc, dates, { slots, isOpen });
    const { kernel } = target.build({ steps: lowered.steps, outputs: outputsOf(lowered) });
    return { lowered, kernel };
  } catch (error) {
    if (error instanceof NotLowerable) return undefined;
    throw error;
  }
}

const rangesOf = ({ points, awards, claims, total }: LoweredRanges): readonly RangePlaces[] => [
  ...points,
  ...awards,
  ...claims,
  total,
];
const endOutputs = ({ at, over, inf }: EndPlaces): readonly Output[] => [
  { at, over },
  ...(inf === undefined ? [] : [{ at: inf }]),
];
const outputsOf = (l: LoweredRanges): readonly Output[] => [
  { at: l.best },
  ...l.tiers.map((at) => ({ at })),
  ...rangesOf(l).flatMap(({ lo, hi }) => [...endOutputs(lo), ...(hi === lo ? [] : endOutputs(hi))]),
];

function judgeSome(
  { lowered, kernel }: Built,
  columns: readonly Column[],
  isOpen: readonly boolean[],
  firms: readonly number[],
  results: OpenResults,
  gaveUp: Uint8Array,
): void {
  const n = firms.length;
  const values = columns.map((c) => Float64Array.from(firms, (firm) => c.values[firm] as number));
  const nothing = new Float64Array(n);
  const marks = columns.map((c, i) =>
    isOpen[i] && c.open ? Float64Array.from(firms, (firm) => Number(c.open?.[firm] === OPEN)) : nothing,
  );
  const out = outputsOf(lowered).map(
    ({ over }): ResultColumn => (over === undefined ? new Uint8Array(n) : new Float64Array(n)),
  );
  const lost = new Uint8Array(n);
  kernel([...values, ...marks], out, lost, 0, n);
  write(lowered, out, firms, lost, results);
  firms.forEach((firm, i) => {
    gaveUp[firm] = lost[i] as number;
  });
}

function write(
  lowered: LoweredRanges,
  out: readonly ResultColumn[],
  firms: readonly number[],
  lost: Uint8Array,
  into: OpenResults,
): void {
  let next = 0;
  const take = (): ResultColumn => out[next++] as ResultColumn;
  const put = (column: Uint8Array): void => {
    const from = take();
    firms.forEach((firm, i) => {
      if (lost[i] !== 1) column[firm] = from[i] as number;
    });
  };
  const end = ({ inf }: EndPlaces, beyond: number): ResultColumn => {
    const [at, endless] = [take(), inf === undefined ? undefined : take()];
    endless?.forEach((is, i) => {
      if (is === 1) at[i] = beyond;
    });
    return at;
  };
  const putRange = (range: OpenRange, places: RangePlaces): void => {
    const lo = end(places.lo, Number.NEGATIVE_INFINITY);
    const hi = places.hi === places.lo ? lo : end(places.hi, Number.POSITIVE_INFINITY);
    firms.forEach((firm, i) => {
      if (lost[i] !== 1) setRange(range, firm, lo[i] as number, hi[i] as number);
    });
  };
  put(into.best);
  into.tiers.forEach(put);
  const ranges = [...into.points, ...into.awards, ...into.claims, into.total];
  rangesOf(lowered).forEach((places, i) => {
    putRange(ranges[i] as OpenRange, places);
  });
}
