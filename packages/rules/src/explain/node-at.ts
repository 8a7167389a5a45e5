import type { Award, Cap, Expr, Gate, PolicyDoc, Pool, Pred, Route, Stack, Tier, Veto } from '../policy/document.ts';

/** Everything in a document that can be put into words by itself. */
export type Describable = Expr | Pred | Route | Tier | Award | Cap | Stack | Pool | Gate | Veto;

const PREDS = new Set(['cmp', 'in', 'all', 'any', 'not', 'atLeast', 'exists', 'provided', 'judgement']);
export const isPred = (node: Expr | Pred): node is Pred => PREDS.has(node.k);

/** The part of a document at a path such as `tiers.1.routes.0.when`; undefined where there is none. */
export function nodeAt(doc: PolicyDoc, path: string): unknown {
  if (path === '') return doc;
  return path.split('.').reduce<unknown>((at, key) => {
    if (typeof at !== 'object' || at === null) return undefined;
    return (at as Readonly<Record<string, unknown>>)[key];
  }, doc);
}
