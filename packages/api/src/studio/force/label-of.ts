import type { PolicyDoc } from '@tidu/rules';

/** What the thing is called that a finding or a review speaks of: a fact or a pool, wherever it is used. */
export function labelOf(doc: PolicyDoc, id: string): Record<string, string> | undefined {
  const label = [...doc.facts, ...doc.pools].find((each) => each.id === id)?.label;
  return label && { ...label };
}
