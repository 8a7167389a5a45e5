import { explain } from '../explain/explain.ts';
import type { ExplainNode } from '../explain/explanation.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import type { NearMiss } from './impact-report.ts';

/** What a firm is short of for a tier that it nearly reaches: the comparisons within reach that fail, from its reasons. */
export function shortOf(doc: PolicyDoc, dates: Dates, facts: Facts, tier: string): NearMiss['short'] {
  const { tree } = explain(doc, dates, facts);
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
