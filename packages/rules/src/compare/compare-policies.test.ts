import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import v2018 from '../../policies/nbhtz-ladder/2018-03-01.json' with { type: 'json' };
import v2020 from '../../policies/nbhtz-ladder/2020-11-23.json' with { type: 'json' };
import type { Gate, PolicyDoc } from '../policy/document.ts';
import { comparePolicies } from './compare-policies.ts';

const age = (max: string, op: 'le' | 'lt' = 'le'): Gate => ({
  id: 'age',
  label: { 'zh-CN': '年限' },
  when: {
    k: 'cmp',
    op,
    a: { k: 'span', from: 'registeredOn', to: 'asOf', how: 'calendarYears' },
    b: { k: 'lit', value: max, unit: 'years' },
  },
});
const zone: Gate = { id: 'zone', when: { k: 'in', fact: 'registeredInZone', values: ['true'] } };

const policy = (gates: readonly Gate[], more: Partial<PolicyDoc> = {}): PolicyDoc => ({
  schema: 1,
  id: 'p',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'filing',
  facts: [],
  params: [],
  tiers: [{ id: 't', label: { 'zh-CN': '一级' }, gates, vetoes: [], routes: [] }],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
  ...more,
});

describe('comparePolicies', () => {
  it('finds nothing between a policy and itself, whatever its version is called', () => {
    expect(
      comparePolicies(policy([age('10')]), policy([age('10')], { version: '2', inForce: { from: '2021-01-01' } })),
    ).toEqual([]);
  });

  it('tells a figure with its unit and the parts it lies in', () => {
    const [change, ...rest] = comparePolicies(policy([age('10')]), policy([age('15')]));
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      type: 'figure',
      before: '10',
      after: '15',
      unit: 'years',
      key: 'tiers.t.gates.age.when.b.value',
    });
    expect(change?.within.map((part) => part.id)).toEqual(['t', 'age']);
    expect(change?.afterPath).toBe('tiers.0.gates.0.when.b.value');
  });

  it('tells an operator as structure, not as a figure', () => {
    expect(comparePolicies(policy([age('10')]), policy([age('10', 'lt')]))).toMatchObject([
      { type: 'structure', key: 'tiers.t.gates.age.when.op' },
    ]);
  });

  it('follows a part by its id when others come before it', () => {
    const changes = comparePolicies(policy([age('10')]), policy([zone, age('12')]));
    expect(changes.map((c) => [c.type, c.key])).toEqual([
      ['added', 'tiers.t.gates.zone'],
      ['figure', 'tiers.t.gates.age.when.b.value'],
    ]);
    expect(changes[1]).toMatchObject({
      beforePath: 'tiers.0.gates.0.when.b.value',
      afterPath: 'tiers.0.gates.1.when.b.value',
    });
  });

  it('tells a part that is gone by where it was', () => {
    const [change] = comparePolicies(policy([zone, age('10')]), policy([age('10')]));
    expect(change).toMatchObject({ type: 'removed', beforePath: 'tiers.0.gates.0' });
    expect(change).not.toHaveProperty('afterPath');
    expect(change?.within.at(-1)).toMatchObject({ id: 'zone' });
  });

  it('tells the order of what stays, because rungs and rows are read in order', () => {
    expect(comparePolicies(policy([zone, age('10')]), policy([age('10'), zone]))).toMatchObject([
      { type: 'structure', key: 'tiers.t.gates' },
    ]);
  });

  it('keeps words and sources apart from rules', () => {
    const cited: Gate = { ...age('10'), label: { 'zh-CN': '成立年限' }, cite: [{ doc: 'x', basis: 'assumed' }] };
    expect(comparePolicies(policy([age('10')]), policy([cited])).map((c) => c.type)).toEqual(['wording', 'source']);
  });

  it('matches band rows without ids by place and params by the day they start', () => {
    const param = (value: string) => ({
      params: [{ id: 'cap', unit: 'CNY' as const, values: [{ from: '2020-01-01', value, cite: [] }] }],
    });
    expect(comparePolicies(policy([], param('1')), policy([], param('2')))).toMatchObject([
      { type: 'figure', unit: 'CNY', key: 'params.cap.values.2020-01-01.value' },
    ]);
  });

  it('reports the figure and nothing else for any two figures', () => {
    const years = fc.integer({ min: 0, max: 99 }).map(String);
    fc.assert(
      fc.property(years, years, (a, b) => {
        const changes = comparePolicies(policy([zone, age(a)]), policy([zone, age(b)]));
        expect(changes).toHaveLength(a === b ? 0 : 1);
      }),
    );
  });

  it('mirrors: what is added one way is removed the other', () => {
    const [old, now] = [v2018 as unknown as PolicyDoc, v2020 as unknown as PolicyDoc];
    const forth = comparePolicies(old, now);
    const back = comparePolicies(now, old);
    const keys = (list: typeof forth, type: string) =>
      list
        .filter((c) => c.type === type)
        .map((c) => c.key)
        .sort();
    expect(keys(forth, 'added').length).toBeGreaterThan(0);
    expect(keys(forth, 'added')).toEqual(keys(back, 'removed'));
    expect(keys(forth, 'figure')).toEqual(keys(back, 'figure'));
    expect(forth.some((c) => c.key === 'tiers.quasi-unicorn' && c.type === 'added')).toBe(true);
  });
});
