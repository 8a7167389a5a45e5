import { expect, test } from 'vitest';
import { shippedPolicies } from '../../testing/shipped.ts';
import { startImpact } from './start-impact.ts';

test('firms that look different to the second version are judged as it sees them', () => {
  const pools = shippedPolicies().find(({ name }) => name.startsWith('nbhtz-three-pools'));
  const [found] = pools?.cases ?? [];
  if (!pools || !found) throw new Error('no pools');
  const side = { doc: pools.doc, dates: found.dates };
  const firm = (zoneTier: string) => ({ size: 1, id: () => 'one', facts: () => ({ zoneTier: { known: zoneTier } }) });
  const trial = startImpact(side, side, { mostNearMisses: 0 });
  trial.add(firm('gazelle'), firm('none'));
  const { awards } = trial.report();
  expect(awards['gazelle-award']?.before?.amount.hi).toBe('800000');
  expect(awards['gazelle-award']?.after?.amount.hi).toBe('0');
});
