import type { Bool, Int } from '../lower/ir.ts';
import { mayGiveUp, type VecBool, type VecInt } from './vector-maker.ts';

/** What of a node does not bear on its value. */
const BOUNDS = new Set(['lo', 'hi', 'na', 'open', 'err']);

/**
 * Gives equal nodes the same number, so that a block works out each of them once: lowered branches share many parts.
 * Nodes that may give a firm up are never shared, because they depend on the firms they are wanted for.
 */
export function numbering(): (node: Int | Bool) => number {
  const byKey = new Map<string, number>();
  const byNode = new WeakMap<Int | Bool, number>();
  const numberOf = (node: Int | Bool): number => {
    const had = byNode.get(node);
    if (had !== undefined) return had;
    const parts = Object.entries(node).flatMap(([name, value]) => (BOUNDS.has(name) ? [] : [name, partOf(value)]));
    const key = parts.join(' ');
    const number = byKey.get(key) ?? byKey.size;
    byKey.set(key, number);
    byNode.set(node, number);
    return number;
  };
  const partOf = (value: unknown): string => {
    if (Array.isArray(value) && value.some(isNode)) return `[${value.map((x) => numberOf(x as Bool)).join()}]`;
    return isNode(value) ? `#${numberOf(value)}` : JSON.stringify(Number.isNaN(value) ? 'NaN' : value);
  };
  return numberOf;
}

const isNode = (x: unknown): x is Int | Bool => typeof x === 'object' && x !== null && 'k' in x;

type Vec<V> = (n: number, mask: Uint8Array | undefined) => V;
const isLeaf = (x: Int | Bool): boolean => x.k === 'const' || x.k === 'slot' || x.k === 'temp';

/** Makes vectors so that equal nodes share one, which is run once a block; `block()` tells that a new block begins. */
export function sharing(makeInt: (x: Int) => VecInt, makeBool: (b: Bool) => VecBool) {
  const numberOf = numbering();
  const made = new Map<number, Vec<Float64Array | Uint8Array>>();
  let epoch = 0;
  const share = <V extends Float64Array | Uint8Array>(node: Int | Bool, make: () => Vec<V>): Vec<V> => {
    if (isLeaf(node) || mayGiveUp(node)) return make();
    const number = numberOf(node);
    const had = made.get(number) ?? once(make());
    made.set(number, had);
    return had as Vec<V>;
  };
  const once = <V>(f: Vec<V>): Vec<V> => {
    let at = -1;
    let kept: V | undefined;
    return (n) => {
      if (at !== epoch || kept === undefined) kept = f(n, undefined);
      at = epoch;
      return kept;
    };
  };
  return {
    int: (x: Int): VecInt => share(x, () => makeInt(x)),
    bool: (b: Bool): VecBool => share(b, () => makeBool(b)),
    block: (): void => {
      epoch++;
    },
  };
}
