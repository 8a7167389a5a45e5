import type { Decision, PolicyDoc, Text } from '@tidu/rules';
import type { SchemeDocument } from '../../schemes/scheme.ts';

/** The tier of the scheme that holds, the highest where several do; nothing where the scheme recognises none. */
export function tierOf(doc: PolicyDoc, decision: Decision, { tiers }: Pick<SchemeDocument, 'tiers'>): Text | undefined {
  const held = decision.tiers
    .filter(({ tier, outcome }) => tiers.includes(tier) && outcome === 'yes')
    .map((t) => t.tier);
  const best = held.find((id) => id === decision.best) ?? held.at(-1);
  return doc.tiers.find(({ id }) => id === best)?.label;
}
