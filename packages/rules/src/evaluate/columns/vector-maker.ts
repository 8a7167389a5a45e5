import type { Bool, Int } from '../lower/ir.ts';

/** Firms worked on at a time: results of all steps for so many stay near the processor. */
export const BLOCK = 1024;

/**
 * Values of `n` firms of the block, in a buffer of the node's own. `mask` marks the firms for which the value is wanted
 * (all where absent): only those are given up.
 */
export type VecInt = (n: number, mask: Uint8Array | undefined) => Float64Array;
/** 0 or 1 for each firm of the block. */
export type VecBool = (n: number, mask: Uint8Array | undefined) => Uint8Array;

/** What vectors are made with. */
export interface VectorMaker {
  /** The slots of the block. */
  readonly slots: Float64Array[];
  /** Marks of firms that are given up, for the block. */
  gaveUp: Uint8Array;
  readonly ints: Map<number, Float64Array>;
  readonly bools: Map<number, Uint8Array>;
  readonly constants: ReadonlyMap<number, number>;
  int(x: Int): VecInt;
  bool(b: Bool): VecBool;
}

export const newInts = (): Float64Array => new Float64Array(BLOCK);
export const newBools = (): Uint8Array => new Uint8Array(BLOCK);

/** Four firms at a time: every vector of conditions has a buffer of its own, and bytes are 0 or 1. */
export const wordsOf = (v: Uint8Array): Uint32Array => new Uint32Array(v.buffer);

export function giveUpAll(m: VectorMaker, n: number, mask: Uint8Array | undefined): void {
  if (!mask) m.gaveUp.fill(1, 0, n);
  else for (let i = 0; i < n; i++) if (mask[i] === 1) m.gaveUp[i] = 1;
}

/** `a` where there is no mask, else both. */
export function narrowed(mask: Uint8Array | undefined, a: Uint8Array, n: number, out: Uint8Array): Uint8Array {
  if (!mask) return a;
  for (let i = 0; i < n; i++) out[i] = (mask[i] as number) & (a[i] as number);
  return out;
}

/** The firms of the mask for which `a` does not hold. */
export function narrowedByNot(mask: Uint8Array | undefined, a: Uint8Array, n: number, out: Uint8Array): Uint8Array {
  for (let i = 0; i < n; i++) out[i] = (mask ? (mask[i] as number) : 1) & ((a[i] as number) ^ 1);
  return out;
}

/** Whether working a node out may give a firm up; only then is it worth knowing for which firms it is wanted. */
export function mayGiveUp(x: Int | Bool): boolean {
  switch (x.k) {
    case 'open':
    case 'check':
      return true;
    case 'cmp':
      return x.tol > 0 || mayGiveUp(x.a) || mayGiveUp(x.b);
    case 'add':
    case 'sub':
    case 'mul':
    case 'min':
    case 'max':
      return mayGiveUp(x.a) || mayGiveUp(x.b);
    case 'round':
    case 'bands':
      return mayGiveUp(x.n) || mayGiveUp(x.d);
    case 'pick':
      return mayGiveUp(x.if) || mayGiveUp(x.then) || mayGiveUp(x.else);
    case 'all':
    case 'any':
    case 'atLeast':
      return x.of.some(mayGiveUp);
    case 'not':
    case 'some':
      return mayGiveUp(x.of);
    default:
      return false;
  }
}
