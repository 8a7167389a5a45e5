import type { PolicyDoc } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { groupChanges } from './group-changes.ts';

const doc = (max: string, more: Partial<PolicyDoc> = {}, label = '年限'): PolicyDoc => ({
  schema: 1,
  id: 'p',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'filing',
  facts: [],
  params: [],
  tiers: [
    {
      id: 't',
      gates: [
        {
          id: 'age',
          label: { 'zh-CN': label },
          when: {
            k: 'all',
            of: [1, 2].map((n) => ({
              k: 'cmp',
              op: 'le',
              a: { k: 'fact', fact: `f${n}` },
              b: { k: 'lit', value: max, unit: 'years' },
            })),
          },
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
  ...more,
});

describe('groupChanges', () => {
  it('tells two figures of one clause as one change', () => {
    const { clauses, minor } = groupChanges(doc('5'), doc('10'));
    expect(clauses).toMatchObject([
      { type: 'figure', part: 'tiers', beforePath: 'tiers.0.gates.0', afterPath: 'tiers.0.gates.0' },
    ]);
    expect(clauses[0]?.names.map((each) => each.id)).toEqual(['t', 'age']);
    expect(minor).toBe(0);
  });
  it('counts changed words apart', () => {
    expect(groupChanges(doc('5'), doc('5', {}, '成立年限'))).toEqual({ clauses: [], minor: 1 });
  });
  it('tells a new award by itself', () => {
    const { clauses } = groupChanges(
      doc('5'),
      doc('5', { awards: [{ id: 'a', label: { 'zh-CN': '奖励' }, for: 't' }] }),
    );
    expect(clauses).toMatchObject([{ type: 'added', part: 'awards', afterPath: 'awards.0' }]);
    expect(clauses[0]?.beforePath).toBeUndefined();
  });
});
