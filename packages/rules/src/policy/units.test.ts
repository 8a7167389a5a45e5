import { describe, expect, it } from 'vitest';
import everyKind from '../../fixtures/every-kind.policy.json';
import type { Expr, PolicyDoc, Unit } from './document.ts';
import { alike, productOf, quotientOf, unitOf } from './units.ts';

const doc = everyKind as unknown as PolicyDoc;
const lit = (unit: Unit): Expr => ({ k: 'lit', value: '1', unit });
const fact = (id: string, year?: 'T'): Expr => ({ k: 'fact', fact: id, ...(year ? { year } : {}) });

describe('unit algebra', () => {
  it.each<[Unit, Unit, Unit | 'refused']>([
    ['CNY', 'ratio', 'CNY'],
    ['CNY', 'none', 'CNY'],
    ['CNY', 'people', 'CNY'],
    ['points', 'count', 'points'],
    ['CNY', 'CNY', 'refused'],
    ['CNY', 'USD', 'refused'],
    ['CNY', 'points', 'refused'],
    ['ratio', 'none', 'ratio'],
    ['none', 'none', 'none'],
    ['people', 'ratio', 'people'],
    ['people', 'months', 'none'],
  ])('%s × %s = %s', (a, b, expected) => {
    for (const units of [
      [a, b],
      [b, a],
    ]) {
      const result = productOf(units);
      expect('unit' in result ? result.unit : 'refused').toBe(expected);
    }
  });

  it.each<[Unit, Unit, Unit | 'refused']>([
    ['CNY', 'CNY', 'ratio'],
    ['people', 'people', 'ratio'],
    ['none', 'none', 'none'],
    ['CNY', 'ratio', 'CNY'],
    ['people', 'none', 'people'],
    ['CNY', 'people', 'CNY'],
    ['count', 'people', 'ratio'],
    ['none', 'people', 'none'],
    ['CNY', 'USD', 'refused'],
    ['people', 'CNY', 'refused'],
    ['ratio', 'CNY', 'refused'],
  ])('%s ÷ %s = %s', (a, b, expected) => {
    const result = quotientOf(a, b);
    expect('unit' in result ? result.unit : 'refused').toBe(expected);
  });

  it('wants one unit for all, passing over what is not known', () => {
    expect(alike(['CNY', undefined, 'CNY'])).toEqual({ unit: 'CNY' });
    expect(alike(['CNY', 'CNY', 'ratio'])).toEqual({ clash: ['CNY', 'ratio'] });
    expect(alike(['none', 'ratio'])).toEqual({ clash: ['none', 'ratio'] });
    expect(alike([undefined])).toEqual({ unit: undefined });
  });
});

describe('unitOf', () => {
  it.each<[string, Expr, Unit | undefined]>([
    ['money', fact('valuation'), 'CNY'],
    ['money in dollars', fact('valuation-usd'), 'USD'],
    ['a year of a series', fact('revenue', 'T'), 'CNY'],
    ['a date', fact('founded-on'), undefined],
    ['a fact that is not there', fact('nothing'), undefined],
    ['a parameter', { k: 'param', param: 'usd-rate' }, 'CNY'],
    ['a sum of years', { k: 'agg', how: 'sum', series: 'rd', last: 2 }, 'CNY'],
    ['growth', { k: 'growth', how: 'cagr', series: 'rd', years: 2, badBase: 'fail' }, 'ratio'],
    ['full years', { k: 'span', from: 'founded-on', to: 'asOf', how: 'anniversaryYears' }, 'years'],
    ['full months', { k: 'span', from: 'founded-on', to: 'asOf', how: 'anniversaryMonths' }, 'months'],
    ['days', { k: 'span', from: 'founded-on', to: 'asOf', how: 'days' }, 'days'],
    ['conversion', { k: 'fx', of: fact('valuation-usd'), to: 'CNY', rate: lit('none') }, 'CNY'],
    ['a milestone', { k: 'milestone', of: lit('people'), paidBefore: 'received', rows: [] }, 'CNY'],
    ['a choice', { k: 'cond', if: { k: 'provided', fact: 'rate' }, then: lit('CNY'), else: lit('CNY') }, 'CNY'],
    ['a clash', { k: 'add', of: [lit('CNY'), lit('people')] }, undefined],
    [
      'a bonus beside money',
      { k: 'sum', of: [{ k: 'bonus', when: { k: 'provided', fact: 'rate' }, out: '1' }, lit('CNY')] },
      'CNY',
    ],
    ['rounding', { k: 'round', of: { k: 'neg', of: lit('USD') }, mode: 'down', step: '1' }, 'USD'],
    ['an indicator', { k: 'indicator', full: '1', of: lit('none') }, 'points'],
  ])('%s', (_, e, unit) => {
    expect(unitOf(e, doc)).toBe(unit);
  });

  it('finds the fields of the list that is looked through', () => {
    const fields = doc.facts.find((f) => f.id === 'prizes')?.fields;
    expect(unitOf(fact('item.rank'), doc, fields)).toBe('none');
    expect(unitOf(fact('item.rank'), doc)).toBeUndefined();
  });
});
