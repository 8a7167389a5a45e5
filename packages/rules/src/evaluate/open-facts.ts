import type { Expr, Id, Pred } from '../policy/document.ts';
import { childrenOf, factsUsed } from '../policy/walk.ts';
import type { Reference } from './reference.ts';
import { isKnown } from './value.ts';

const PREDS = new Set(['cmp', 'in', 'all', 'any', 'not', 'atLeast', 'exists', 'provided', 'judgement']);
const isPred = (n: Expr | Pred): n is Pred => PREDS.has(n.k);
const isOpen = (r: Reference, n: Expr | Pred): boolean =>
  isPred(n) ? r.truth(n) === 'undetermined' : !isKnown(r.number(n));

/**
 * The facts and judgements still open that the node's result depends on, in document order; empty where it is settled.
 * A part that is settled by itself (one alternative already holds) adds nothing.
 */
export function openFacts(r: Reference, node: Expr | Pred): readonly Id[] {
  if (!isOpen(r, node)) return [];
  // Comparisons are also made up to try something, so they are not remembered.
  if (node.k === 'cmp') return waitedFor(r, node);
  return r.memos.open.find(node) ?? r.memos.open.keep(node, waitedFor(r, node));
}

function waitedFor(r: Reference, node: Expr | Pred): readonly Id[] {
  if (node.k === 'exists') return [node.list];
  const kids = childrenOf(node);
  if (kids.length === 0) return factsUsed(node);
  const own = node.k === 'milestone' && !isKnown(r.firm.number(node.paidBefore)) ? [node.paidBefore] : [];
  return [...new Set([...own, ...kids.flatMap((kid) => openFacts(r, kid.node))])];
}
