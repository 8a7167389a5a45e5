import type { WorkedCase } from '@tidu/api/studio/cases/contract';
import { evaluateReference, type PolicyCase, runCases } from '@tidu/rules';
import cases2020 from '@tidu/rules/policies/nbhtz-ladder/2020-11-23.cases.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { applyOps } from '../model/json-path.ts';
import { SHIPPED } from '../model/sample-policies.ts';
import { withOutcomeNow } from './outcome-now.ts';

const ladder = SHIPPED.find(({ id, version }) => id === 'nbhtz-ladder' && version === '2020-11-23');
const cases = cases2020 as unknown as readonly WorkedCase[];
const failing = (doc: NonNullable<typeof ladder>, list: readonly WorkedCase[]) =>
  runCases(doc, list as unknown as readonly PolicyCase[], evaluateReference).results.filter(({ ok }) => !ok);

describe('taking over what comes out now', () => {
  it('changes nothing while the cases agree', () => {
    if (!ladder) throw new Error('no ladder');
    expect(failing(ladder, cases)).toEqual([]);
    expect(
      failing(
        ladder,
        cases.map((one) => withOutcomeNow(ladder, one) ?? one),
      ),
    ).toEqual([]);
  });

  it('makes every case agree that failed after a threshold was raised', () => {
    if (!ladder) throw new Error('no ladder');
    const path = 'tiers.1.routes.0.when.of.1.b.value';
    const raised = applyOps(ladder, [{ op: 'replace', path, value: '25%' }]);
    expect(failing(raised, cases).length).toBeGreaterThan(0);
    const taken = cases.map((one) => withOutcomeNow(raised, one) ?? one);
    expect(failing(raised, taken)).toEqual([]);
  });
});
