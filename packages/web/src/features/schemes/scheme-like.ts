import type { SchemeDocument, Words } from '@tidu/api/schemes/contract';
import type { PolicyDoc } from '@tidu/rules';

interface Named {
  readonly id: string;
  readonly label: Words;
}

/**
 * A scheme like another one. Of another policy it is for all its tiers, or for the awards of its first pool where it has none,
 * and no material depends on a figure that this policy does not ask for.
 */
export function schemeLike(base: SchemeDocument, { id, label }: Named, policy: PolicyDoc): SchemeDocument {
  if (base.policy === policy.id) return { ...base, id, label };
  const { pool: _pool, ...rest } = base;
  const tiers = policy.tiers.map((tier) => tier.id);
  const pool = tiers.length === 0 ? policy.pools[0] : undefined;
  const facts = new Set(policy.facts.map((def) => def.id));
  const materials = base.materials.map(({ whenFact, ...material }) =>
    whenFact !== undefined && facts.has(whenFact) ? { ...material, whenFact } : material,
  );
  return {
    ...rest,
    ...(pool ? { pool: pool.id } : {}),
    ...{ id, label, policy: policy.id, tiers, awards: [...(pool?.awards ?? [])], materials },
    ranks: base.ranks && pool !== undefined,
  };
}
