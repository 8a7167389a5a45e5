import { numbering } from '../columns/vector-shared.ts';
import type { Bool, Int, Step } from '../lower/ir.ts';
import { tempAt } from '../lower/ir-int.ts';

type Node = Int | Bool;
const isNode = (x: unknown): x is Node => typeof x === 'object' && x !== null && 'k' in x;
const isLeaf = ({ k }: Node): boolean => k === 'const' || k === 'slot' || k === 'temp' || k === 'word';
const nodesIn = (x: unknown): readonly Node[] => (Array.isArray(x) ? x.filter(isNode) : isNode(x) ? [x] : []);
const nodeOf = ({ of }: Step): Node => ('int' in of ? of.int : of.bool);
const isInt = (x: Node): x is Int => 'err' in x;

/**
 * The same steps with every part that is used more than once worked out once, in a step of its own from place `next` on:
 * the ends of ranges share nearly everything, and written out as trees they would grow without bound.
 */
export function shareSteps(steps: readonly Step[], next: number): readonly Step[] {
  const numberOf = numbering();
  const uses = usesOf(steps.map(nodeOf), numberOf);
  const made = new Map<number, Node>();
  const out: Step[] = [];
  let place = next;
  const shared = (node: Node): Node => {
    if (isLeaf(node)) return node;
    const number = numberOf(node);
    const had = made.get(number);
    if (had) return had;
    const own = rebuilt(node, shared);
    const isShared = (uses.get(number) ?? 0) > 1;
    if (!isShared) return own;
    out.push({ at: place, of: isInt(own) ? { int: own } : { bool: own } });
    const temp: Node = isInt(own) ? tempAt(own, place) : { k: 'temp', at: place };
    place++;
    made.set(number, temp);
    return temp;
  };
  for (const step of steps) {
    const node = shared(nodeOf(step));
    out.push({ at: step.at, of: isInt(node) ? { int: node } : { bool: node } });
  }
  return out;
}

/** How often each part is used by others, however often those are used themselves. */
function usesOf(roots: readonly Node[], numberOf: (node: Node) => number): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  const visit = (node: Node): void => {
    if (isLeaf(node)) return;
    const number = numberOf(node);
    const had = uses.get(number) ?? 0;
    uses.set(number, had + 1);
    if (had === 0) for (const part of Object.values(node)) for (const child of nodesIn(part)) visit(child);
  };
  for (const root of roots) visit(root);
  return uses;
}

function rebuilt(node: Node, f: (node: Node) => Node): Node {
  const parts = Object.entries(node).map(([key, part]) => {
    if (isNode(part)) return [key, f(part)];
    return [key, Array.isArray(part) && part.some(isNode) ? part.map((x) => f(x as Node)) : part];
  });
  return Object.fromEntries(parts) as Node;
}
