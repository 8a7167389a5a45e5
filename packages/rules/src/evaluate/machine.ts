import type { Lowered } from './lower/ir.ts';

/** What `core` answers when the firm must go to the reference. */
export const TO_REFERENCE = -2;

/** A lowered policy made runnable: `core` and then `detail` fill `results`. */
export interface Machine {
  readonly target: 'closure' | 'codegen';
  readonly results: Float64Array;
  /** Number of the best tier, −1 for none, or `TO_REFERENCE`. */
  core(slots: Float64Array): number;
  /** False where the firm must go to the reference. */
  detail(slots: Float64Array): boolean;
}

/** One way to make a lowered policy runnable: closures, or generated source. */
export interface Backend {
  build(lowered: Lowered): Machine;
}
