import { explain } from '../explain/explain.ts';
import type { ExplainNode } from '../explain/explanation.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import type { NearMiss } from './impact-report.ts';

/** What only the tiers of a policy read: what a firm is short of for a tier is found there. */
export const tiersAlone = (doc: PolicyDoc): PolicyDoc => ({ ...doc, awards: [], stacks: [], pools: [] });

/** What a firm is short of for a tier that it nearly reaches: the comparisons within reach that fail, from its reasons. */
export function shortOf(doc: PolicyDoc, dates: Dates, facts: Facts, tier: string): NearMiss['short'] {
  // Of the other tiers, and of what holds, nothing is told, so nothing below it is explained.
  const wants = (node: ExplainNode): boolean => node.verdict !== 'yes' && (node.kind !== 'tier' || node.id === tier);
  const { tree } = explain(doc, dates, facts, { wants });
  const root = tree.kids.find((kid) => kid.kind === 'tier' && kid.id === tier);
  return root ? shortBelow(root) : [];
}

function shortBelow(node: ExplainNode): NearMiss['short'] {
  if (node.verdict === 'yes') return [];
  const below = node.kids.flatMap((kid) => shortBelow(kid));
  if (below.length > 0 || !node.nearMiss || !node.up) return below;
  const { by, unit, fact, factBy } = node.up;
  const change = fact === undefined || factBy === undefined ? {} : { fact, factBy };
  return [{ path: node.path, by, unit, ...change }];
}
