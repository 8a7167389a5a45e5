import type { ExplainNode, PolicyDoc } from '@tidu/rules';
import { isLadder } from './standing.ts';
import type { Explained } from './use-explanations.ts';

/** A criterion missed by a hair, and what it would open. */
export interface NearMiss {
  readonly doc: PolicyDoc;
  readonly tier: ExplainNode;
  readonly node: ExplainNode;
}

const MOST = 5;

/** Criteria nearly met in tiers above the firm, the deciding ones first. */
export function nearMissesOf(results: readonly Explained[]): readonly NearMiss[] {
  const found = results.flatMap(({ doc, decision, explanation }) => {
    const best = isLadder(doc) ? doc.tiers.findIndex((t) => t.id === decision.best) : -1;
    const tiers = explanation.tree.kids.filter((kid) => kid.kind === 'tier');
    return tiers.flatMap((tier, i) =>
      i > best && tier.verdict !== 'yes' ? below(tier).map((node) => ({ doc, tier, node })) : [],
    );
  });
  return found.toSorted((a, b) => Number(b.node.decisive) - Number(a.node.decisive)).slice(0, MOST);
}

function below(node: ExplainNode): readonly ExplainNode[] {
  // A way in that already holds is not missed.
  if (node.kind === 'route' && node.verdict === 'yes') return [];
  return [...(node.nearMiss && node.kids.every((kid) => !kid.nearMiss) ? [node] : []), ...node.kids.flatMap(below)];
}
