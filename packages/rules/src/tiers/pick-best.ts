import type { TierResult } from '../evaluate/decision.ts';
import type { Id, PolicyDoc } from '../policy/document.ts';

/** The best tier, absent where none certainly holds, and those still possible. */
export interface Picked {
  readonly best?: Id;
  readonly possible: readonly Id[];
}

/**
 * The highest rung that certainly holds, and what open answers may still give: on a ladder (`highest`) the rungs above
 * it, of independent titles (`all`) every open one. Lowest rung first.
 */
export function pickBest(tiers: readonly Pick<TierResult, 'tier' | 'outcome'>[], pick: PolicyDoc['pick']): Picked {
  const at = tiers.findLastIndex((t) => t.outcome === 'yes');
  const from = pick === 'all' ? 0 : at + 1;
  const possible = tiers.slice(from).flatMap((t) => (t.outcome === 'undetermined' ? [t.tier] : []));
  const best = tiers[at]?.tier;
  return best === undefined ? { possible } : { best, possible };
}
