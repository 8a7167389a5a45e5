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
  firms: Int32Array,
  results: OpenResults,
  gaveUp: Uint8Array,
) => void;

/** What a program is run with, made once: figures and marks of the firms at hand, and what comes out. */
interface Built {
  readonly lowered: LoweredRanges;
  readonly kernel: Kernel;
  readonly values: readonly Float64Array[];
  /** Of the slots that may be open; nothing is for the others. */
  readonly marks: readonly (Float64Array | undefined)[];
  readonly out: readonly ResultColumn[];
}

/** For fewer firms the reference is done before the program is made. */
const WORTHWHILE = 500;

/** A policy made ready for firms with open facts; what is open for none of them is lowered as if it could not be. */
export function openJudge(
  doc: PolicyDoc,
  dates: Dates,
  { slots }: Lowered,
  target: ColumnBackend,
  worthwhile = WORTHWHILE,
): OpenJudge {
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
    if (!built && firms.length < worthwhile) return;
    grow(columns);
    if (!isFit) built = build(doc, dates, slots, isOpen, target);
    isFit = true;
    for (let from = 0; built && from < firms.length; from += MOST)
      judgeSome(built, columns, firms.subarray(from, from + MOST), results, gaveUp);
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
    const outputs = outputsOf(lowered);
    const { kernel } = target.build({ steps: lowered.steps, outputs });
    return {
      lowered,
      kernel,
      values: slots.map(() => new Float64Array(MOST)),
      marks: isOpen.map((is) => (is ? new Float64Array(MOST) : undefined)),
      out: outputs.map(({ over }) => (over === undefined ? new Uint8Array(MOST) : new Float64Array(MOST))),
    };
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

const NOTHING = new Float64Array(MOST);

function judgeSome(
  { lowered, kernel, values, marks, out }: Built,
  columns: readonly Column[],
  firms: Int32Array,
  results: OpenResults,
  gaveUp: Uint8Array,
): void {
  const n = firms.length;
  columns.forEach((column, c) => {
    gather(column, firms, values[c] as Float64Array, marks[c]);
  });
  const lost = new Uint8Array(n);
  kernel([...values, ...marks.map((m) => m ?? NOTHING)], out, lost, 0, n);
  for (let i = 0; i < n; i++) gaveUp[firms[i] as number] = lost[i] as number;
  write(lowered, out, firms, results);
}

function gather(
  { values, open }: Column,
  firms: Int32Array,
  into: Float64Array,
  marks: Float64Array | undefined,
): void {
  for (let i = 0; i < firms.length; i++) into[i] = values[firms[i] as number] as number;
  if (!marks) return;
  if (!open) marks.fill(0);
  else for (let i = 0; i < firms.length; i++) marks[i] = Number(open[firms[i] as number] === OPEN);
}

/** Also of those that were given up, whose results the reference writes over. */
function write(lowered: LoweredRanges, out: readonly ResultColumn[], firms: Int32Array, into: OpenResults): void {
  let next = 0;
  const take = (): ResultColumn => out[next++] as ResultColumn;
  const put = (column: Uint8Array): void => {
    const from = take();
    for (let i = 0; i < firms.length; i++) column[firms[i] as number] = from[i] as number;
  };
  const end = ({ inf }: EndPlaces, beyond: number): ResultColumn => {
    const [at, endless] = [take(), inf === undefined ? undefined : take()];
    if (endless) for (let i = 0; i < firms.length; i++) if (endless[i] === 1) at[i] = beyond;
    return at;
  };
  const putRange = (range: OpenRange, places: RangePlaces): void => {
    const lo = end(places.lo, Number.NEGATIVE_INFINITY);
    const hi = places.hi === places.lo ? lo : end(places.hi, Number.POSITIVE_INFINITY);
    for (let i = 0; i < firms.length; i++) setRange(range, firms[i] as number, lo[i] as number, hi[i] as number);
  };
  put(into.best);
  into.tiers.forEach(put);
  const ranges = [...into.points, ...into.awards, ...into.claims, into.total];
  rangesOf(lowered).forEach((places, i) => {
    putRange(ranges[i] as OpenRange, places);
  });
}
