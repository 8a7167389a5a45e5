import type { Award, Pred } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { sharedConditions, splitAudience } from './shared-conditions.ts';

const ask = (fact: string, label?: string): Pred => ({
  k: 'in',
  fact,
  values: ['true'],
  ...(label ? { label: { 'zh-CN': label } } : {}),
});
const award = (id: string, of: readonly Pred[]): Award => ({ id, for: { k: 'all', of } });

describe('conditions several awards share', () => {
  const common = (id: string): Pred => ({ ...ask('registeredInZone', '在高新区注册'), id });
  const own = ask('plansProject', '有项目');
  const awards = [award('a', [common('a.common'), own]), award('b', [common('b.common')]), award('c', [ask('other')])];
  const shared = sharedConditions(awards);

  it('finds the same words under different ids, and nothing that stands once or has no name', () => {
    expect(shared).toHaveLength(1);
    expect(shared[0]?.same.size).toBe(2);
    expect(sharedConditions([award('a', [ask('x')]), award('b', [ask('x')])])).toEqual([]);
  });
  it('leaves an award what is its own', () => {
    const [first, second, third] = awards.map((each) => splitAudience(each.for as Pred, shared));
    expect(first).toMatchObject({ own, named: [{ anchor: 'shared-1' }] });
    expect(second?.own).toBeUndefined();
    expect(third?.named).toEqual([]);
    expect(third?.own).toBe(awards[2]?.for);
  });
});
