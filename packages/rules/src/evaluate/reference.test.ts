import { describe, expect, test } from 'vitest';
import { compare, num } from '../number/rational.ts';
import type { Band, Expr, FactDef, PolicyDoc, Pred } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { createReference } from './reference.ts';
import { toRange } from './value.ts';

const DATES: Dates = { decision: '2026-06-15', fiscalYearEnd: '2025-12-31' };
const fact = (id: string, type: FactDef['type'], more: Partial<FactDef> = {}): FactDef => ({
  id,
  type,
  ifMissing: 'ask',
  ...more,
});
const DOC: PolicyDoc = {
  schema: 1,
  id: 'test',
  version: '1',
  status: 'published',
  inForce: { from: '2020-01-01' },
  applies: 'decision',
  facts: [
    fact('revenue', 'series'),
    fact('staff', 'int'),
    fact('part', 'int'),
    fact('paid', 'money'),
    fact('since', 'date'),
    fact('kind', 'enum', {
      domain: {
        values: [
          { id: 'a', label: {} },
          { id: 'b', label: {} },
        ],
      },
    }),
    fact('title', 'enum'),
    fact('prizes', 'list', { fields: [fact('level', 'enum'), fact('on', 'date')] }),
    fact('closed', 'bool', { ifMissing: 'fail' }),
  ],
  params: [
    {
      id: 'rate',
      unit: 'ratio',
      values: [
        { from: '2020-01-01', to: '2026-06-14', value: '0.1', cite: [] },
        { from: '2026-06-15', value: '0.2', cite: [] },
      ],
    },
  ],
  tiers: [],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
};
const years = (...values: (string | null)[]): Facts => ({
  revenue: { known: Object.fromEntries(values.map((x, i) => [String(2025 - values.length + 1 + i), x])) },
});
const lit = (value: string): Expr => ({ k: 'lit', value, unit: 'none' });
const number = (e: Expr, facts: Facts = {}, dates = DATES) => toRange(createReference(DOC, dates, facts).number(e));
const truth = (p: Pred, facts: Facts = {}) => createReference(DOC, DATES, facts).truth(p);
const growth = (
  how: 'cagr' | 'meanYoY' | 'minYoY',
  n: number,
  badBase: 'zero' | 'fail' | 'useNext' = 'fail',
): Expr => ({ k: 'growth', how, series: 'revenue', years: n, badBase });
const atLeast = (a: Expr, op: 'ge' | 'gt', b: string): Pred => ({ k: 'cmp', op, a, b: lit(b) });

describe('growth exactly on the threshold, at any magnitude up to 10^15 分', () => {
  // 1728 yuan grown to 1.728 × 10^13 yuan = 1.728 × 10^15 分.
  for (const scale of [1n, 10n, 10n ** 4n, 10n ** 7n, 10n ** 10n]) {
    const at = (n: number): string => String(BigInt(n) * scale);
    const oneFenLess = (n: number): string => `${BigInt(n) * scale - 1n}.99`;
    test(`20 % CAGR over three years as 1000→1200→1440→1728, ×${scale}`, () => {
      expect(truth(atLeast(growth('cagr', 3), 'ge', '20%'), years(at(1000), at(1200), at(1440), at(1728)))).toBe('yes');
      expect(truth(atLeast(growth('cagr', 3), 'gt', '20%'), years(at(1000), at(1200), at(1440), at(1728)))).toBe('no');
      expect(
        truth(atLeast(growth('cagr', 3), 'ge', '20%'), years(at(1000), at(1200), at(1440), oneFenLess(1728))),
      ).toBe('no');
    });
    test(`mean of yearly ratios ½(1.15 + 1.15) − 1 ≥ 15 %, ×${scale}`, () => {
      expect(truth(atLeast(growth('meanYoY', 2), 'ge', '15%'), years(at(10000), at(11500), at(13225)))).toBe('yes');
      expect(truth(atLeast(growth('meanYoY', 2), 'ge', '15%'), years(at(10000), at(11500), oneFenLess(13225)))).toBe(
        'no',
      );
      expect(truth(atLeast(growth('minYoY', 2), 'ge', '0.15'), years(at(10000), at(11500), at(13225)))).toBe('yes');
    });
  }
  test('the value shown is rounded outwards to 12 decimals and exact where it can be', () => {
    expect(number(growth('cagr', 3), years('1000', '1200', '1440', '1728'))).toEqual({ lo: '0.2', hi: '0.2' });
    expect(number(growth('cagr', 2), years('2000', '2600', '3000')).lo).toBe('0.224744871391');
  });
});

describe('special cases of growth (facts.md §5)', () => {
  const rows: readonly Band[] = [
    { ge: '0.35', out: '10' },
    { ge: '0.25', out: '8' },
    { ge: '0.15', out: '6' },
    { ge: '0.05', out: '4' },
    { gt: '0', out: '2' },
    { out: '0' },
  ];
  const points = (...values: (string | null)[]) =>
    number({ k: 'bands', of: growth('meanYoY', 2, 'useNext'), rows, unit: 'points' }, years(...values)).lo;
  test.each([
    [['1000', '1350', '1822.5'], '10'],
    [['1000', '1250', '1562.5'], '8'],
    [['10000', '13499', '18222.3001'], '8'],
    [['1000', '1050', '1102.5'], '4'],
    [['1000', '1040', '1081.6'], '2'],
    [['1000', '900', '810'], '0'],
    [['1000', '500', '1500'], '10'],
    [['1000', '0', '1300'], '0'],
    [['0', '1000', '1300'], '8'],
    [['notApplicable', '1000', '1300'], '8'],
  ] as const)('%j scores %s', (values, expected) => expect(points(...values)).toBe(expected));
  test('a base of 0 counts as no growth, as not applicable, or starts a year later', () => {
    const facts = years('0', '1000', '1300');
    expect(number(growth('cagr', 2, 'zero'), facts)).toEqual({ lo: '0', hi: '0' });
    expect(truth(atLeast(growth('cagr', 2, 'fail'), 'ge', '-100%'), facts)).toBe('no');
    expect(truth(atLeast(growth('cagr', 2, 'useNext'), 'ge', '30%'), facts)).toBe('yes');
  });
  test('a negative end counts as nothing left', () =>
    expect(number(growth('cagr', 1), years('100', '-5'))).toEqual({ lo: '-1', hi: '-1' }));
});

describe('bands, tables and pieces', () => {
  const bands: readonly Band[] = [{ ge: '30%', out: '20' }, { gt: '0.2', out: '12' }, { out: '0' }];
  const share: Expr = {
    k: 'div',
    num: { k: 'fact', fact: 'part' },
    den: { k: 'fact', fact: 'staff' },
    whenZero: 'notApplicable',
  };
  const scored = (part: string, staff: string) =>
    number({ k: 'bands', of: share, rows: bands, unit: 'points' }, { part: { known: part }, staff: { known: staff } })
      .lo;
  test.each([
    ['30', '100', '20'],
    ['29', '100', '12'],
    ['20', '100', '0'],
    ['21', '100', '12'],
    ['1', '0', '0'],
    ['300000000000000', '1000000000000000', '20'],
    ['299999999999999', '1000000000000000', '12'],
  ])('%s of %s scores %s', (part, staff, expected) => expect(scored(part, staff)).toBe(expected));
  test('an open numerator leaves a range', () =>
    expect(number({ k: 'bands', of: share, rows: bands, unit: 'points' }, { staff: { known: '100' } })).toEqual({
      lo: '0',
      hi: '20',
    }));
  test('marginal pays each slice at its rate', () => {
    const e: Expr = {
      k: 'marginal',
      of: lit('2500000'),
      rows: [{ ge: '2000000', out: '10%' }, { ge: '1000000', out: '5%' }, { out: '1%' }],
      unit: 'CNY',
    };
    expect(number(e).lo).toBe('110000');
  });
  test('linear interpolates and is flat outside', () => {
    const line = (x: string) =>
      number({
        k: 'linear',
        of: lit(x),
        rows: [
          { ge: '10', out: '100' },
          { ge: '0', out: '0' },
        ],
        unit: 'points',
      }).lo;
    expect([line('-1'), line('0'), line('2.5'), line('10'), line('11')]).toEqual(['0', '0', '25', '100', '100']);
  });
  test('milestone pays only what is newly crossed', () => {
    const pay = (reached: string, paid: string) =>
      number(
        {
          k: 'milestone',
          of: lit(reached),
          paidBefore: 'paid',
          rows: [{ ge: '3', out: '2000000' }, { ge: '2', out: '1000000' }, { ge: '1', out: '500000' }, { out: '0' }],
        },
        { paid: { known: paid } },
      ).lo;
    expect([pay('2', '500000'), pay('3', '0'), pay('2', '1000000'), pay('1', '1000000')]).toEqual([
      '500000',
      '2000000',
      '0',
      '0',
    ]);
  });
  test('table hits: first, highest, sum, otherwise', () => {
    const table = (hit: 'first' | 'maxOut' | 'sumOut', facts: Facts) =>
      number(
        {
          k: 'table',
          hit,
          rows: [
            { when: { k: 'in', fact: 'kind', values: ['a'] }, out: '1' },
            { when: { k: 'in', fact: 'kind', values: ['a', 'b'] }, out: '5' },
          ],
          otherwise: '-1',
          unit: 'points',
        },
        facts,
      );
    expect(table('first', { kind: { known: 'a' } }).lo).toBe('1');
    expect(table('maxOut', { kind: { known: 'a' } }).lo).toBe('5');
    expect(table('sumOut', { kind: { known: 'a' } }).lo).toBe('6');
    expect(table('sumOut', {})).toEqual({ lo: '-1', hi: '6' });
  });
});

describe('ages and dates', () => {
  const age = (
    how: 'calendarYears' | 'anniversaryYears' | 'days365' | 'days' | 'anniversaryMonths',
    since: string,
    decision = '2026-06-15',
  ) => number({ k: 'span', from: 'since', to: 'asOf', how }, { since: { known: since } }, { decision }).lo;
  test.each([
    ['calendarYears', '2016-12-31', '10'],
    ['calendarYears', '2015-12-31', '11'],
    ['anniversaryYears', '2016-06-14', '10'],
    ['anniversaryYears', '2016-06-15', '10'],
    ['anniversaryYears', '2016-06-16', '9'],
    ['anniversaryMonths', '2026-05-16', '0'],
    ['days365', '2025-06-15', '1'],
    ['days', '2025-06-16', '364'],
  ] as const)('%s since %s is %s', (how, since, expected) => expect(age(how, since)).toBe(expected));
  test('born on 29 February: the year is full on the last day of February', () => {
    expect(age('anniversaryYears', '2024-02-29', '2025-02-27')).toBe('0');
    expect(age('anniversaryYears', '2024-02-29', '2025-02-28')).toBe('1');
  });
  test('a prize counts within five years up to the day', () => {
    const recent = (on: string) =>
      truth(
        { k: 'exists', list: 'prizes', where: { k: 'in', fact: 'item.level', values: ['national'] }, withinYears: 5 },
        { prizes: { known: [{ level: 'national', on }] } },
      );
    expect([recent('2021-06-14'), recent('2021-06-15'), recent('2026-06-15'), recent('2026-06-16')]).toEqual([
      'no',
      'yes',
      'yes',
      'no',
    ]);
  });
});

describe('unknown stays unknown', () => {
  test('an absent fact is open, an absent closing fact is not there', () => {
    expect(truth({ k: 'in', fact: 'kind', values: ['a'] })).toBe('undetermined');
    expect(truth({ k: 'in', fact: 'closed', values: ['true'] })).toBe('no');
    expect(truth({ k: 'in', fact: 'closed', values: ['true'] }, { closed: { state: 'unknown' } })).toBe('undetermined');
  });
  test('an open word of which nobody says what it may be is no yes or no', () => {
    expect(truth({ k: 'in', fact: 'title', values: ['gazelle'] })).toBe('undetermined');
    expect(truth({ k: 'not', of: { k: 'in', fact: 'title', values: ['gazelle'] } })).toBe('undetermined');
    expect(truth({ k: 'in', fact: 'title', values: ['gazelle'] }, { title: { known: 'gazelle' } })).toBe('yes');
  });
  test('a disputed word inside every alternative is settled', () => {
    expect(truth({ k: 'in', fact: 'kind', values: ['a', 'b'] }, { kind: { disputed: ['a', 'b'] } })).toBe('yes');
  });
  test('division by zero as the policy says', () => {
    const d = (whenZero: 'unknown' | 'notApplicable' | '7'): Expr => ({
      k: 'div',
      num: lit('1'),
      den: lit('0'),
      whenZero,
    });
    expect(truth(atLeast(d('unknown'), 'ge', '0'))).toBe('undetermined');
    expect(truth(atLeast(d('notApplicable'), 'ge', '0'))).toBe('no');
    expect(number(d('7')).lo).toBe('7');
  });
});

describe('parameters by date', () => {
  const rate: Expr = { k: 'param', param: 'rate' };
  test('the day before and the day of a new value', () => {
    expect(number(rate, {}, { decision: '2026-06-14' }).lo).toBe('0.1');
    expect(number(rate, {}, { decision: '2026-06-15' }).lo).toBe('0.2');
  });
  test('nothing is carried forward or backward', () =>
    expect(() => number(rate, {}, { decision: '2019-12-31' })).toThrow(/no value in force/));
});

test('rounding modes', () => {
  const r = (value: string, mode: 'halfUp' | 'halfEven' | 'up' | 'down') =>
    number({ k: 'round', of: lit(value), mode, step: '1' }).lo;
  expect(['2.5', '3.5', '-2.5', '2.4'].map((x) => r(x, 'halfUp'))).toEqual(['3', '4', '-3', '2']);
  expect(['2.5', '3.5', '-2.5', '2.6'].map((x) => r(x, 'halfEven'))).toEqual(['2', '4', '-2', '3']);
  expect(['2.1', '-2.1', '2'].map((x) => r(x, 'up'))).toEqual(['3', '-3', '2']);
  expect(['2.9', '-2.9', '2'].map((x) => r(x, 'down'))).toEqual(['2', '-2', '2']);
  expect(compare(num('inf'), num('-inf'))).toBe(1);
});
