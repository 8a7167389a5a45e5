import type { FactDef } from '../src/policy/document.ts';
import type { Dates } from '../src/policy/facts.ts';

export const text = (s: string): { readonly 'zh-CN': string; readonly en: string } => ({ 'zh-CN': s, en: s });
export const TEST_DATES: Dates = { decision: '2026-06-15', fiscalYearEnd: '2025-12-31' };

const fact = (id: string, type: FactDef['type'], more: Partial<FactDef> = {}): FactDef => ({
  id,
  label: text(id),
  type,
  ifMissing: 'ask',
  ...more,
});
const words = ['a', 'b', 'c'].map((id) => ({ id, label: text(id) }));

/** The facts every generated policy speaks of: each type, each way of being missing, with and without bounds. */
export const TEST_FACTS: readonly FactDef[] = [
  fact('b1', 'bool'),
  fact('b2', 'bool', { ifMissing: { assume: false, why: text('none on record') } }),
  fact('b3', 'bool', { ifMissing: 'fail' }),
  fact('i1', 'int', { unit: 'people', domain: { min: '0' } }),
  fact('i2', 'int', { unit: 'people', domain: { min: '0', max: '500' }, partOf: 'i1' }),
  fact('i3', 'int', { unit: 'count', ifMissing: { assume: '3', why: text('usual') } }),
  fact('x1', 'num', { unit: 'ratio' }),
  fact('x2', 'num', { unit: 'ratio', domain: { min: '0', max: '7' } }),
  fact('m1', 'money', { unit: 'CNY', domain: { min: '0' } }),
  fact('m2', 'money', { unit: 'CNY' }),
  fact('m3', 'money', { unit: 'CNY', ifMissing: { assume: '0', why: text('none paid') }, domain: { min: '0' } }),
  fact('d1', 'date'),
  fact('d2', 'date', { ifMissing: 'fail' }),
  fact('e1', 'enum', { domain: { values: words } }),
  fact('s1', 'series', { unit: 'CNY', domain: { min: '0' } }),
  fact('s2', 'series', { unit: 'CNY' }),
  fact('s3', 'series', { unit: 'people', ifMissing: 'fail' }),
  fact('l1', 'list', {
    fields: [
      fact('level', 'enum', { domain: { values: words } }),
      fact('on', 'date'),
      fact('rank', 'int'),
      fact('worth', 'money'),
    ],
  }),
];
