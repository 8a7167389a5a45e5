import { describe, expect, it } from 'vitest';
import { shippedPolicies } from '../../testing/shipped.ts';
import { withFigure, withValueAt } from '../impact/sweep/figure-at.ts';
import type { PolicyDoc } from '../policy/document.ts';
import { changeSentence } from './change-sentence.ts';
import { comparePolicies } from './compare-policies.ts';

const shipped = (name: string): PolicyDoc => shippedPolicies().find((p) => p.name === name)?.doc as PolicyDoc;
const ladder = shipped('nbhtz-ladder/2020-11-23');
const old = shipped('nbhtz-ladder/2018-03-01');
const growth = 'tiers.1.routes.0.when.of.1.b.value';

describe('changeSentence', () => {
  it('tells a figure with its unit, where it lies and the rule in words', () => {
    const harder = withFigure(ladder, growth, '25%');
    const [change] = comparePolicies(ladder, harder);
    if (!change) throw new Error('no change');
    const zh = changeSentence(change, ladder, harder, 'zh-CN');
    expect(zh).toContain('瞪羚企业 › ');
    expect(zh).toContain('20% 改为 25%');
    expect(zh).toMatch(/“.*20%.*”改为“.*25%.*”/);
    expect(changeSentence(change, ladder, harder, 'en')).toContain('20% becomes 25%');
  });

  it('has words for every change between the shipped ladders, in both languages', () => {
    for (const [a, b] of [
      [old, ladder],
      [ladder, old],
    ] as const) {
      const changes = comparePolicies(a, b);
      expect(changes.length).toBeGreaterThan(10);
      for (const change of changes) {
        const zh = changeSentence(change, a, b, 'zh-CN');
        expect(zh, change.key).not.toMatch(/change\.|\{|undefined/);
        expect(changeSentence(change, a, b, 'en'), change.key).not.toMatch(/change\.|\{|undefined|[\u4e00-\u9fff]/);
      }
    }
  });

  it('tells another order as another order', () => {
    const turned = withValueAt(ladder, 'tiers', ladder.tiers.toReversed());
    const moved = comparePolicies(ladder, turned).filter((c) => c.type === 'structure');
    expect(moved.map((c) => changeSentence(c, ladder, turned, 'zh-CN'))).toEqual(['政策：次序调整']);
  });
});

describe('a clause kept as text', () => {
  const clause = ladder.untranslatable?.[0];
  if (!clause) throw new Error('no clause kept as text');
  const { accepted: _, ...open } = clause;
  const kept = (more: object): PolicyDoc => ({ ...ladder, untranslatable: [{ ...open, ...more }] });
  const accepted = kept({ accepted: { by: '程拟稿', on: '2026-11-26' } });

  it.each([
    ['accepted by a person', kept({}), accepted, '：程拟稿于 2026年11月26日 认可不写成规则'],
    ['no longer accepted', accepted, kept({}), '：不写成规则的认可取消'],
    ['from another source', kept({}), kept({ cite: [] }), '：出处修改，规则不变'],
  ])('says that it is %s', (_name, before, after, said) => {
    const told = comparePolicies(before, after).map((change) => changeSentence(change, before, after, 'zh-CN'));
    expect(told.map((each) => each.replaceAll(' ', ''))).toEqual([
      `${clause.text['zh-CN']}${said}`.replaceAll(' ', ''),
    ]);
  });
});

describe('rows of a table', () => {
  const rows = (outs: readonly (readonly [string, string])[]): PolicyDoc =>
    withValueAt(ladder, 'tiers.0.gates.0.when', {
      k: 'cmp',
      op: 'ge',
      a: {
        k: 'bands',
        unit: 'points',
        of: { k: 'lit', value: '1', unit: 'none' },
        rows: outs.map(([ge, out]) => ({ ge, out })),
      },
      b: { k: 'lit', value: '1', unit: 'points' },
    });

  it('a row put in is one row more, and not a change of all below it', () => {
    const few = rows([
      ['30', '9'],
      ['20', '6'],
      ['10', '3'],
    ]);
    const more = rows([
      ['40', '12'],
      ['30', '9'],
      ['20', '6'],
      ['10', '3'],
    ]);
    expect(comparePolicies(few, more).map((c) => [c.type, c.afterPath?.split('.').at(-1)])).toEqual([['added', '0']]);
    expect(comparePolicies(more, few).map((c) => c.type)).toEqual(['removed']);
  });

  it('a figure changed in a row is a figure', () => {
    const few = rows([
      ['30', '9'],
      ['20', '6'],
      ['10', '3'],
    ]);
    const other = rows([
      ['30', '9'],
      ['25', '6'],
      ['10', '3'],
    ]);
    expect(comparePolicies(few, other)).toMatchObject([{ type: 'figure', before: '20', after: '25' }]);
  });
});

describe('a recorded exception from fair-competition review', () => {
  const text = (words: string) => ({ 'zh-CN': words, en: words });
  const recorded = (reason?: string, until = '2027-12-31'): PolicyDoc => ({
    ...ladder,
    ...(reason === undefined ? {} : { fairness: [{ of: 'gazelle', reason: text(reason), until }] }),
  });
  const told = (a: PolicyDoc, b: PolicyDoc, locale: 'zh-CN' | 'en') =>
    comparePolicies(a, b).map((change) => changeSentence(change, a, b, locale));

  it('is told as what it is, in both languages', () => {
    expect(told(recorded(), recorded('扶持'), 'zh-CN')).toEqual([
      '瞪羚企业：登记公平竞争审查例外，理由为“扶持”，适用至 2027 年 12 月 31 日',
    ]);
    expect(told(recorded('a'), recorded('b', '2028-06-30'), 'en')).toEqual([
      'Gazelle: the reason of the exception from fair-competition review, “a”, becomes “b”',
      'Gazelle: the exception from fair-competition review ends on 30 June 2028 instead of 31 December 2027',
    ]);
    expect(told(recorded('a'), recorded(), 'zh-CN')).toEqual(['瞪羚企业：取消公平竞争审查例外的登记']);
    expect(told(recorded('a'), recorded('a'), 'en')).toEqual([]);
  });

  it('changes no rule', () => {
    expect(comparePolicies(recorded(), recorded('a')).map((c) => c.type)).toEqual(['source']);
  });
});
