import type { Int, Step } from '../lower/ir.ts';
import { isConst } from '../lower/ir-int.ts';

/** A result that is kept for every firm: what stands at `at`, or that over what stands at `over`. */
export interface Output {
  readonly at: number;
  readonly over?: number;
}

/** Steps in order, and which of their results are kept. */
export interface ColumnSteps {
  readonly steps: readonly Step[];
  readonly outputs: readonly Output[];
}

export type ResultColumn = Float64Array | Uint8Array;

/**
 * Runs all steps for the firms from `from` up to `to`: `columns` are the slots, `results` the outputs in order. Marks in
 * `gaveUp` the firms that only the reference can judge; their results mean nothing.
 */
export type Kernel = (
  columns: readonly Float64Array[],
  results: readonly ResultColumn[],
  gaveUp: Uint8Array,
  from: number,
  to: number,
) => void;

/** One way to run steps over columns: generated source, or vectors of closures. */
export interface ColumnBackend {
  readonly target: 'columns-codegen' | 'columns-vector';
  build(steps: ColumnSteps): { readonly target: ColumnBackend['target']; readonly kernel: Kernel };
}

/** Results that are the same for every firm. */
export function constantsOf(steps: readonly Step[]): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (const { at, of } of steps) {
    if ('int' in of && isConst(of.int)) known.set(at, of.int.v);
    else if ('int' in of && isNeverApplying(of.int)) known.set(at, Number.NaN);
    else if ('bool' in of && of.bool.k === 'const') known.set(at, of.bool.v ? 1 : 0);
  }
  return known;
}

const isNeverApplying = (x: Int): boolean => x.k === 'const' && x.na;
