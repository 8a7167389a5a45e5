import type { SchemeSummary } from '@tidu/api/schemes/contract';
import type { PolicyResult } from '../self-check/model/evaluate-firm.ts';

type Result = {
  readonly doc: Pick<PolicyResult['doc'], 'id' | 'pick'>;
  readonly decision: Pick<PolicyResult['decision'], 'best' | 'tiers'>;
};
type Scheme = Pick<SchemeSummary, 'id' | 'policy' | 'tiers'> & { readonly opening: { readonly isOpen: boolean } };

/** The open scheme that recognises the highest tier the firm has reached, ladders before single titles. */
export function schemeOf<S extends Scheme>(results: readonly Result[], schemes: readonly S[]): S | undefined {
  const laddersFirst = results.toSorted((a, b) => Number(isLadder(b)) - Number(isLadder(a)));
  const reached = laddersFirst.flatMap(({ doc, decision }) =>
    [decision.best, ...decision.tiers.filter(({ outcome }) => outcome === 'yes').map(({ tier }) => tier)].map(
      (tier) => ({ policy: doc.id, tier }),
    ),
  );
  for (const { policy, tier } of reached) {
    const found = schemes.find(
      (each) => each.opening.isOpen && each.policy === policy && tier !== undefined && each.tiers.includes(tier),
    );
    if (found) return found;
  }
  return undefined;
}

const isLadder = ({ doc }: Result): boolean => doc.pick === 'highest';
