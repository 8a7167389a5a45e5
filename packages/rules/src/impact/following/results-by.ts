import { bestOfTiers } from '../../evaluate/columns/best-of-firm.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Picked } from '../../tiers/pick-best.ts';
import type { TierWord } from '../sweep/tier-moves.ts';

/** What tiers come to; firms share it, as there are few. */
export function resultsBy(doc: PolicyDoc): (tiers: TierWord) => Picked {
  const known = new Map<TierWord, Picked>();
  return (tiers) => {
    const result = known.get(tiers) ?? bestOfTiers(doc, [...tiers].map(Number));
    known.set(tiers, result);
    return result;
  };
}
