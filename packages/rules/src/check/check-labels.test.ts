import { expect, test } from 'vitest';
import { bands, cmp, fact, gate, scoring, smallPolicy, tier } from '../../testing/small-policy.ts';
import type { Expr, PolicyDoc, Text } from '../policy/document.ts';
import { applyFix } from './apply-fix.ts';
import { checkPolicy } from './check-policy.ts';

const stale = (doc: PolicyDoc) => checkPolicy(doc).filter(({ code }) => code === 'label-stale');
const worth = fact('worth');

/** A gate of this name, of which the turnover must reach the amount and the rate the share. */
const named = (label: Text, amount: string, share = '20%'): PolicyDoc => {
  const when = { k: 'all' as const, of: [cmp(worth, 'ge', amount), cmp(fact('rate'), 'ge', share, 'ratio')] };
  return smallPolicy({ tiers: [tier('t', { gates: [{ ...gate('g', when), label }] })] });
};

test.each([
  ['营收3000万元，占比20%', '30000000', undefined],
  ['营收3000万元，占比20%', '50000000', '营收5000万元，占比20%'],
  ['营收3000万元', '200000000', '营收2亿元'],
  ['营收1亿元', '150000000', '营收15000万元'],
  ['营收1亿元', '12345678.5', '营收0.123456785亿元'],
  ['占比25％', '2', '占比20％'],
  ['近三年，不少于5项', '2', undefined],
])('%s with %s', (label, amount, mended) => {
  const doc = named({ 'zh-CN': label }, amount);
  const found = stale(doc);
  expect(found.map(({ path }) => path)).toEqual(mended === undefined ? [] : ['tiers.0.gates.0.label']);
  const fixed = found[0]?.fix ? applyFix(doc, found[0].fix) : doc;
  expect(fixed.tiers[0]?.gates[0]?.label).toEqual({ 'zh-CN': mended ?? label });
});

test('every language that tells the old figure is mended', () => {
  const doc = named({ 'zh-CN': '营收3000万元', en: 'Turnover of CNY 30 million' }, '50000000');
  const [found] = stale(doc);
  const label = found?.fix && applyFix(doc, found.fix).tiers[0]?.gates[0]?.label;
  expect(label).toEqual({ 'zh-CN': '营收5000万元', en: 'Turnover of CNY 50 million' });
});

test('where more than one figure could be meant, a person is asked', () => {
  const [found] = stale(named({ 'zh-CN': '占比25%' }, '2', '30%'));
  expect(found?.fix?.patch).toBeDefined();
  const two = named({ 'zh-CN': '占比25%' }, '2', '30%');
  const gates = two.tiers[0]?.gates ?? [];
  const when = { k: 'any' as const, of: [...gates.map((g) => g.when), cmp(fact('rate'), 'ge', '40%', 'ratio')] };
  const both = smallPolicy({ tiers: [tier('t', { gates: gates.map((g) => ({ ...g, when })) })] });
  expect(stale(both)).toMatchObject([{ fix: { msg: { key: 'check.fix.label-by-hand' } } }]);
  expect(stale(both)[0]?.fix?.patch).toBeUndefined();
});

test('a row may tell the bound of the row before it, and a rule the value of a parameter', () => {
  const rows = [
    { ge: '0.3', out: '20', label: { 'zh-CN': '30%（含）以上' } },
    { ge: '0.1', out: '10', label: { 'zh-CN': '10%（含）—30%' } },
    { out: '0', label: { 'zh-CN': '12%以下' } },
  ];
  expect(stale(scoring(bands(fact('rate'), rows))).map(({ msg }) => msg.args.says)).toEqual(['12%']);
  const least: Expr = { k: 'param', param: 'least' };
  const byParam = (value: string): PolicyDoc => ({
    ...smallPolicy({
      tiers: [
        tier('t', {
          gates: [{ ...gate('g', { k: 'cmp', op: 'ge', a: worth, b: least }), label: { 'zh-CN': '3000万元以上' } }],
        }),
      ],
    }),
    params: [{ id: 'least', unit: 'CNY', values: [{ from: '2026-01-01', value, cite: [] }] }],
  });
  expect(stale(byParam('30000000'))).toEqual([]);
  expect(stale(byParam('40000000'))).toHaveLength(1);
});
