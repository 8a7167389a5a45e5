import { allocate, type Claim, canonicalJson, hashOf, type Pool } from '@tidu/rules';
import type { AllocationRow } from './queries.ts';

/** Allocates again from what was stored (复算). INVARIANT (allocation-same-bytes): the same bytes come out. */
export function replayAllocation(row: AllocationRow): { same: boolean; digest: string; result: string } {
  const { policyHash, engineVersion, rules, claims } = row;
  const again = canonicalJson(allocate(JSON.parse(rules) as Pool, JSON.parse(claims) as Claim[]));
  const digest = hashOf({ policyHash, engineVersion, rules, claims, result: again });
  return { same: again === row.result && digest === row.digest, digest, result: again };
}
