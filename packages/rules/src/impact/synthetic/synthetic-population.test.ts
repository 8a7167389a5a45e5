import { describe, expect, test } from 'vitest';
import { shippedPolicies } from '../../../testing/shipped.ts';
import { columnStore } from '../../evaluate/columns/column-store.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import { readFacts } from '../../policy/read-facts.ts';
import { syntheticPopulation } from './synthetic-population.ts';

describe.each(shippedPolicies())('$name', ({ doc, cases }) => {
  const dates = cases[0]?.dates ?? { decision: doc.inForce.from };
  const all = syntheticPopulation([doc], dates, { count: 4000, seed: 7 });

  test('makes the same firms from the same seed, whole or in batches', () => {
    const again = syntheticPopulation([doc], dates, { count: 10, seed: 7, from: 30 });
    expect(again.facts(5)).toEqual(all.facts(35));
    expect(again.id(5)).toBe(all.id(35));
    expect(again.segments?.size?.[5]).toBe(all.segments?.size?.[35]);
    expect(syntheticPopulation([doc], dates, { count: 1, seed: 8 }).facts(0)).not.toEqual(all.facts(0));
  });

  test('makes facts that the policy can read', () => {
    for (let i = 0; i < 200; i++) {
      const read = readFacts(doc, all.facts(i), dates);
      if (!read.ok) expect.fail(JSON.stringify(read.errors));
    }
  });

  test('makes firms on both sides of every tier and award, judged without the reference', () => {
    const { tiers, awards, byReference } = compileColumns(doc, dates).run(columnStore(all));
    for (const [i, tier] of tiers.entries()) expect(new Set(tier), doc.tiers[i]?.id).toEqual(new Set([0, 1]));
    for (const [i, award] of awards.entries())
      expect(new Set(award.lo.map(Math.sign)), doc.awards[i]?.id).toEqual(new Set([0, 1]));
    expect(byReference.size).toBeLessThan(all.size * 0.5);
  });
});
