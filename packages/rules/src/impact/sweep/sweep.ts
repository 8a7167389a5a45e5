import type { ColumnBackend } from '../../evaluate/columns/column-backend.ts';
import { type ColumnStore, columnStore, type FirmList } from '../../evaluate/columns/column-store.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import { vectors } from '../../evaluate/columns/vectors.ts';
import { compare, divide, multiply, num, subtract, toDouble } from '../../number/rational.ts';
import type { Num, PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import { valueAtPath, withFigure } from './figure-at.ts';
import { findThreshold } from './find-threshold.ts';
import { passes } from './open-firms.ts';
import { MeasureLayout, type Measures, type SweepPoint } from './outcome-measures.ts';
import { sweepThreshold } from './sweep-threshold.ts';
import { movesOfPasses, type TierMove } from './tier-moves.ts';

export interface SweepOptions {
  /** Vectors where absent; servers give `columnsCodegen`. */
  readonly target?: ColumnBackend;
  /** With more firms than this whose value in a table is not settled, each position takes a pass over these. */
  readonly mostUnsettled?: number;
}

/** A population along one figure of a policy. */
export interface Sweep {
  readonly path: string;
  /** The figure as the policy has it. */
  readonly value: Num;
  /** `instant`: every position is answered from the critical values of one pass. `evaluated`: a pass a position. */
  readonly mode: 'instant' | 'evaluated';
  /** Between these values of the figure something changes, roughly; absent where it is not known. */
  readonly reach?: { readonly least: number; readonly most: number };
  /** The population with the figure at a position: always equal to evaluating it anew. */
  at(value: Num): SweepPoint;
  /** The firms whose tiers are not the same at all of these positions, in no order. */
  movesAlong(values: readonly Num[]): readonly TierMove[];
  /** A quick answer: exact where `at` is instant or was asked before, else between two positions known, and says so. */
  estimate(value: Num): SweepPoint;
}

/**
 * One figure of a policy as a slider (单项指标滑动试算). A figure that is only a threshold takes one pass; any other (an
 * amount, a cap, points) takes a pass for every position. Throws RangeError where the path holds no figure.
 *
 * @example sweep(v2020, dates, 'tiers.1.routes.0.when.of.1.b.value', population).at('25%').exact // true
 */
export function sweep(
  doc: PolicyDoc,
  dates: Dates,
  path: string,
  firms: FirmList | ColumnStore,
  options: SweepOptions = {},
): Sweep {
  const value = valueAtPath(doc, path);
  if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError(`no figure at ${path}`);
  num(String(value));
  const store = 'columns' in firms ? firms : columnStore(firms);
  const target = options.target ?? vectors;
  const layout = new MeasureLayout(doc);
  const threshold = findThreshold(doc, dates, path);
  const parted =
    threshold &&
    sweepThreshold({ doc, dates, path, store, target }, threshold, layout, options.mostUnsettled ?? MOST_UNSETTLED);
  const named = { path, value: String(value), ...(parted?.reach ? { reach: parted.reach } : {}) };
  if (parted?.isInstant) {
    const at = (figure: Num): SweepPoint => layout.point(figure, parted.sumAt(figure));
    return { ...named, mode: 'instant', at, estimate: at, movesAlong: parted.movesAlong };
  }
  const anew = passes((at) => compileColumns(withFigure(doc, path, at), dates, { target }).run(store), layout);
  const movesAlong =
    parted?.movesAlong ?? ((values: readonly Num[]) => movesOfPasses(values.map((each) => anew(each).tiers)));
  const sumAt = parted?.sumAt ?? ((at: Num): Measures => anew(at).sum);
  return { ...named, mode: 'evaluated', movesAlong, ...byEvaluation(layout, sumAt) };
}

const MOST_UNSETTLED = 1000;

/** Every position by a pass, remembered. */
function byEvaluation(layout: MeasureLayout, measure: (value: Num) => Measures): Pick<Sweep, 'at' | 'estimate'> {
  const known = new Map<Num, Measures>();
  const at = (value: Num): SweepPoint => {
    const sum = known.get(value) ?? measure(value);
    known.set(value, sum);
    return layout.point(value, sum);
  };
  const estimate = (value: Num): SweepPoint => {
    const beside = neighboursOf(value, [...known.keys()]);
    const [low, high] = beside.map((v) => known.get(v));
    if (known.has(value) || !low || !high) return at(value);
    return layout.point(value, between(low, high, shareOf(value, beside)), false);
  };
  return { at, estimate };
}

/** The nearest positions known on both sides. */
function neighboursOf(value: Num, all: readonly Num[]): readonly Num[] {
  const sorted = all.toSorted((a, b) => compare(num(a), num(b)));
  const below = sorted.findLast((v) => compare(num(v), num(value)) < 0);
  const above = sorted.find((v) => compare(num(v), num(value)) > 0);
  return below === undefined || above === undefined ? [] : [below, above];
}

/** How far a position lies between its neighbours, in millionths. */
function shareOf(value: Num, [low = '0', high = '1']: readonly Num[]): bigint {
  const share = divide(subtract(num(value), num(low)), subtract(num(high), num(low)));
  return BigInt(Math.round(toDouble(multiply(share, { n: MILLION, d: 1n }))));
}
const MILLION = 1_000_000n;

const between = (low: Measures, high: Measures, share: bigint): Measures =>
  low.map((a, i) => a + (((high[i] as bigint) - a) * share) / MILLION);
