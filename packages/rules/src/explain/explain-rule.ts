import type { Expr, Pred } from '../policy/document.ts';
import type { Draft, Place } from './draft.ts';
import { explainPred } from './explain-pred.ts';
import { explainValue } from './explain-value.ts';
import type { Case } from './margin.ts';
import { isPred } from './node-at.ts';
import { onceExplained } from './once-explained.ts';

/** Explains any value, score or condition with everything below it. */
export function explainRule(c: Case, node: Expr | Pred, at: Place): Draft {
  return onceExplained(c, node, at, () =>
    isPred(node) ? explainPred(c, node, at, explainRule) : explainValue(c, node, at, explainRule),
  );
}
