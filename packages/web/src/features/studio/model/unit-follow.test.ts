import type { PolicyDoc } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { lapseOps } from './acceptance-lapse.ts';
import { applyOps, valueAt } from './json-path.ts';
import { SHIPPED } from './sample-policies.ts';
import { unitOps } from './unit-follow.ts';

const AT = 'tiers.0.gates.0.when';
const base = SHIPPED[0] as PolicyDoc;
/** A comparison of the revenue of the last year with an amount, in the place of the first gate. */
const compared = (a: object, b: object): PolicyDoc =>
  applyOps(base as never, [{ op: 'replace', path: AT, value: { k: 'cmp', op: 'ge', a, b } }]) as unknown as PolicyDoc;
const lit = (unit: string) => ({ k: 'lit', value: '5', unit });
const share = { k: 'div', num: lit('CNY'), den: lit('CNY'), whenZero: 'unknown' };
const years = { k: 'span', from: 'x', to: 'asOf', how: 'calendarYears' };

describe('the unit on the right of a comparison', () => {
  it.each([
    ['a share', share, 'CNY', 'ratio'],
    ['years', years, 'CNY', 'years'],
    ['people', lit('people'), 'CNY', 'people'],
    ['money', lit('CNY'), 'ratio', 'CNY'],
  ])('is that of %s on the left', (_name, a, was, unit) => {
    const doc = compared(lit('days'), lit(was));
    const ops = [{ op: 'replace' as const, path: `${AT}.a`, value: a }];
    const after = applyOps(doc as never, [...ops, ...unitOps(doc, ops, `${AT}.a`)]) as unknown as PolicyDoc;
    expect(valueAt(after, `${AT}.b`)).toEqual({ k: 'lit', value: '5', unit });
  });

  it('stays where the right is no figure, and where something else changes', () => {
    const doc = compared(lit('days'), lit('CNY'));
    expect(unitOps(doc, [{ op: 'replace', path: `${AT}.op`, value: 'gt' }], `${AT}.op`)).toEqual([]);
    const both = compared(lit('days'), share);
    expect(unitOps(both, [{ op: 'replace', path: `${AT}.a`, value: years }], `${AT}.a`)).toEqual([]);
  });
});

it('an acceptance lapses with the words it was given for, and with nothing else', () => {
  const clause = { id: 'x', text: { 'zh-CN': '原文' }, taints: [], accepted: { by: '程拟稿', on: '2026-04-01' } };
  const doc = { ...base, untranslatable: [clause] } as unknown as PolicyDoc;
  expect(lapseOps(doc, 'untranslatable.0.text')).toEqual([{ op: 'remove', path: 'untranslatable.0.accepted' }]);
  expect(lapseOps(doc, 'untranslatable.0.taints')).toEqual([]);
  expect(
    lapseOps({ ...doc, untranslatable: [{ ...clause, accepted: undefined }] } as never, 'untranslatable.0.text'),
  ).toEqual([]);
});
