import type { Expr, Pred } from '../policy/document.ts';
import type { Draft, Place } from './draft.ts';
import { explainPred } from './explain-pred.ts';
import { explainValue } from './explain-value.ts';
import type { Case } from './margin.ts';
import { isPred } from './node-at.ts';

/** Explains any value, score or condition with everything below it. */
export function explainRule(c: Case, node: Expr | Pred, at: Place): Draft {
  const had = c.nodes?.find(node);
  // Its parent marks a node, so every tree has its own.
  if (had?.path === at.path) return { ...had };
  const made = isPred(node) ? explainPred(c, node, at, explainRule) : explainValue(c, node, at, explainRule);
  return c.nodes?.keep(node, made) ?? made;
}
