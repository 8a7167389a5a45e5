import type { Expr, Id, Pred } from '../../policy/document.ts';
import { factsUsed } from '../../policy/walk.ts';
import type { Bool } from '../lower/ir.ts';
import { countLeaves, joined, leaf, mapLeaves, type Value } from '../lower/lower-value.ts';
import type { Lowering } from '../lower/lowering.ts';
import type { Kleene } from './kleene.ts';
import { type End, isSettled, type Ranged } from './ranged.ts';

/** A lowering to ranges under way. What reads nothing open is lowered as for settled firms (`points`). */
export interface RangeLowering {
  readonly points: Lowering;
  range(e: Expr): Ranged;
  truth(p: Pred): Kleene;
  /** One number a firm has on file. */
  fact(fact: Id, yearsBack: number): Ranged;
  /** Whether the slot is open for this firm. */
  isOpen(slot: number): Bool;
  /** Whether the node may come to something that is not settled. */
  mayBeOpen(node: Expr | Pred): boolean;
  /** Works a range out once, here, for every later use. */
  named(r: Ranged): Ranged;
  namedTruth(t: Kleene): Kleene;
}

/** Facts open for some firm, and divisions whose result is not known, make a node one that may be open. */
export function opener(openFacts: ReadonlySet<Id>): (node: Expr | Pred) => boolean {
  const known = new Map<Expr | Pred, boolean>();
  return (node) => {
    const had = known.get(node);
    if (had !== undefined) return had;
    const is = factsUsed(node).some((id) => openFacts.has(id)) || dividesByUnknown(node);
    known.set(node, is);
    return is;
  };
}

function dividesByUnknown(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(dividesByUnknown);
  if (typeof node !== 'object' || node === null) return false;
  const { k, whenZero } = node as { readonly k?: string; readonly whenZero?: string };
  return (k === 'div' && whenZero === 'unknown') || Object.values(node).some(dividesByUnknown);
}

/** Rates under roots cannot be joined; more branches than this are not worth it. */
const _MOST_LEAVES = 64;

const isPlain = (v: Value): boolean =>
  v.k === 'leaf' ? v.root === 1 : v.k === 'split' && isPlain(v.then) && isPlain(v.else);

export function naming(l: Lowering): Pick<RangeLowering, 'named' | 'namedTruth'> {
  const value = (v: Value): Value =>
    countLeaves(v) > 1 && isPlain(v) ? joined(v, l.keep) : mapLeaves(v, (x) => leaf(l.keep(x.n), l.keep(x.d), x.root));
  const end = ({ inf, at }: End): End => ({ inf: l.keepBool(inf), at: value(at) });
  return {
    named: (r) => {
      const lo = end(r.lo);
      return { lo, hi: isSettled(r) ? lo : end(r.hi), some: l.keepBool(r.some), na: l.keepBool(r.na) };
    },
    namedTruth: ({ yes, no }) => ({ yes: l.keepBool(yes), no: l.keepBool(no) }),
  };
}
