import { expect, test } from 'vitest';
import { dayOf } from '../date/day.ts';
import type { FactDef, PolicyDoc } from '../policy/document.ts';
import { trialValues } from './trial-values.ts';

const staff: FactDef = { id: 'staff', type: 'int', unit: 'people', ifMissing: 'ask' };
const doc: PolicyDoc = {
  schema: 1,
  id: 'p',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'filing',
  facts: [staff],
  params: [
    {
      id: 'least',
      unit: 'people',
      values: [
        { from: '2020-01-01', to: '2024-12-31', value: '50', cite: [] },
        { from: '2025-01-01', value: '80', cite: [] },
      ],
    },
  ],
  tiers: [
    {
      id: 'rung',
      gates: [
        {
          id: 'size',
          when: { k: 'cmp', op: 'ge', a: { k: 'fact', fact: 'staff' }, b: { k: 'param', param: 'least' } },
        },
      ],
      vetoes: [],
      routes: [],
    },
  ],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
};

test('numbers on both sides of the figure in force on the day, whatever day was looked at before', () => {
  const on = (day: string) => trialValues(doc, staff, dayOf(day), [], 9);
  expect(on('2024-12-31')).toEqual(['0', '49', '50', '51', '500']);
  expect(on('2025-01-01')).toEqual(['0', '79', '80', '81', '800']);
  expect(on('2024-12-31')).toEqual(['0', '49', '50', '51', '500']);
});
