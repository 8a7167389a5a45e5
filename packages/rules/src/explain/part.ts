import type { Expr, Gate, Id, Pred, Route, Tier, Veto } from '../policy/document.ts';
import { factsOfTier, factsUsed } from '../policy/walk.ts';

/** A part of a document with a node of its own that depends on nothing but the facts it reads. */
export type Part = Expr | Pred | Gate | Veto | Route | Tier;

/** The facts a part reads. */
export function factsOfPart(part: Part): readonly Id[] {
  if ('routes' in part) return factsOfTier(part);
  if ('when' in part) return factsUsed(part.when);
  return factsUsed('pass' in part ? part.score : part);
}
