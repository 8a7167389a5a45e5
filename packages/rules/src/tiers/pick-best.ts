import type { TierResult } from '../evaluate/decision.ts';
import type { Id } from '../policy/document.ts';

/** The highest rung that certainly holds, and the rungs above it that open answers may still give. Lowest rung first. */
export function pickBest(tiers: readonly TierResult[]): { readonly best?: Id; readonly possible: readonly Id[] } {
  const at = tiers.findLastIndex((t) => t.outcome === 'yes');
  const possible = tiers
    .slice(at + 1)
    .filter((t) => t.outcome === 'undetermined')
    .map((t) => t.tier);
  const best = tiers[at]?.tier;
  return best === undefined ? { possible } : { best, possible };
}
