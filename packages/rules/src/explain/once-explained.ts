import type { Expr, Gate, Id, Pred, Route, Tier, Veto } from '../policy/document.ts';
import { factsOfTier, factsUsed } from '../policy/walk.ts';
import type { Draft, Place } from './draft.ts';
import type { Case } from './margin.ts';

/** A part of a document with a node of its own that depends on nothing but the facts it reads. */
export type Part = Expr | Pred | Gate | Veto | Route | Tier;

/** The facts a part reads. */
export function factsOfPart(part: Part): readonly Id[] {
  if ('routes' in part) return factsOfTier(part);
  if ('when' in part) return factsUsed(part.when);
  return factsUsed('pass' in part ? part.score : part);
}

/** A node as it was made for a firm near this one, where nothing it reads is different; else made now. */
export function onceExplained(c: Case, part: Part, at: Place, make: () => Draft): Draft {
  const had = c.nodes?.find(part);
  // Its parent marks a node, so every tree has its own.
  if (had?.path === at.path) return { ...had };
  const made = make();
  return c.nodes?.keep(part, made) ?? made;
}
