import type { Bool, Int } from '../lower/ir.ts';

export type IntFn = (slots: Float64Array) => number;
export type BoolFn = (slots: Float64Array) => boolean;

/** What closures are made with: their makers for parts, and the result array that named results live in. */
export interface Maker {
  readonly results: Float64Array;
  readonly int: (x: Int) => IntFn;
  readonly bool: (b: Bool) => BoolFn;
}
