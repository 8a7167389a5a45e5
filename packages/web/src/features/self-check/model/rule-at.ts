import type { PolicyDoc } from '@tidu/rules';

/** The part of a document at a path such as `tiers.1.gates.0.when`; undefined where it leads nowhere. */
export function ruleAt(doc: PolicyDoc, path: string): unknown {
  let at: unknown = doc;
  for (const key of path.split('.'))
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return at;
}
