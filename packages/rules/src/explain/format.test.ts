import { describe, expect, test } from 'vitest';
import type { Unit } from '../policy/document.ts';
import { formatBeside, formatDate, formatGap, formatQuantity, formatRange } from './format.ts';

describe('formatQuantity', () => {
  const rows: readonly (readonly [string, Unit, string, string])[] = [
    ['30000000', 'CNY', '3,000 万元', 'CNY 30 million'],
    ['9999.99', 'CNY', '9,999.99 元', 'CNY 9,999.99'],
    ['10000', 'CNY', '1 万元', 'CNY 10,000'],
    ['99999999', 'CNY', '10,000 万元', 'CNY 100 million'],
    ['100000000', 'CNY', '1 亿元', 'CNY 100 million'],
    ['1000000000', 'USD', '10 亿美元', 'USD 1 billion'],
    ['10000000000000', 'CNY', '100,000 亿元', 'CNY 10,000 billion'],
    ['-5000000', 'CNY', '−500 万元', 'CNY −5 million'],
    ['0', 'CNY', '0 元', 'CNY 0'],
    ['0.2', 'ratio', '20%', '20%'],
    ['6%', 'ratio', '6%', '6%'],
    ['2/37', 'ratio', '5.41%', '5.41%'],
    ['9', 'people', '9 人', '9 people'],
    ['1', 'people', '1 人', '1 person'],
    ['3', 'count', '3 项', '3'],
    ['88', 'points', '88 分', '88 points'],
    ['10', 'years', '10 年', '10 years'],
    ['36', 'months', '36 个月', '36 months'],
    ['inf', 'CNY', '未知', 'not known'],
  ];
  test.each(rows)('%s %s', (value, unit, zh, en) => {
    expect(formatQuantity(value, unit, 'zh-CN')).toBe(zh);
    expect(formatQuantity(value, unit, 'en')).toBe(en);
  });

  test('a rule is told exactly, to the last 分 and as a fraction where decimals never end', () => {
    expect(formatQuantity('99999999.99', 'CNY', 'zh-CN', 'exact')).toBe('9,999.999999 万元');
    expect(formatQuantity('1/3', 'ratio', 'zh-CN', 'exact')).toBe('1/3');
    expect(formatQuantity('0.12345', 'ratio', 'en', 'exact')).toBe('12.345%');
  });

  test('what is still needed is rounded up, what may be lost down', () => {
    expect(formatQuantity('7777777.78', 'CNY', 'zh-CN', 'up')).toBe('777.78 万元');
    expect(formatQuantity('7777700.01', 'CNY', 'zh-CN', 'up')).toBe('777.78 万元');
    expect(formatQuantity('7777799.99', 'CNY', 'zh-CN', 'down')).toBe('777.77 万元');
    expect(formatQuantity('-1.005', 'none', 'en', 'down')).toBe('−1.01');
  });
});

describe('formatBeside', () => {
  test('rounding never moves a figure onto or across its threshold', () => {
    expect(formatBeside('0.199996', '0.2', 'ratio', 'zh-CN')).toBe('19.9996%');
    expect(formatBeside('0.2', '0.2', 'ratio', 'zh-CN')).toBe('20%');
    expect(formatBeside('0.200000001', '0.2', 'ratio', 'zh-CN')).toBe('20.0000001%');
    expect(formatBeside('29999999.99', '30000000', 'CNY', 'zh-CN')).toBe('2,999.999999 万元');
    expect(formatBeside('1/3', '0.2', 'ratio', 'zh-CN')).toBe('33.33%');
  });
});

describe('formatRange and the rest', () => {
  test('a range, a settled figure, one open end, nothing known', () => {
    expect(formatRange({ lo: '50', hi: '88' }, 'points', 'zh-CN')).toBe('50–88 分');
    expect(formatRange({ lo: '50', hi: '50' }, 'points', 'en')).toBe('50 points');
    expect(formatRange({ lo: '50', hi: 'inf' }, 'people', 'zh-CN')).toBe('不低于 50 人');
    expect(formatRange({ lo: '-inf', hi: '0.3' }, 'ratio', 'zh-CN')).toBe('不超过 30%');
    expect(formatRange({ lo: '-inf', hi: 'inf' }, 'ratio', 'zh-CN')).toBe('未知');
    expect(formatRange({ lo: '0', hi: '10000000' }, 'CNY', 'zh-CN')).toBe('0 元至 1,000 万元');
  });

  test('gaps of ratios are percentage points', () => {
    expect(formatGap('0.06', 'ratio', 'zh-CN')).toBe('6 个百分点');
    expect(formatGap('0.01', 'ratio', 'en')).toBe('1 percentage point');
    expect(formatGap('0.000001', 'ratio', 'zh-CN')).toBe('0.01 个百分点');
    expect(formatGap('3', 'years', 'zh-CN')).toBe('3 年');
  });

  test('days in words', () => {
    expect(formatDate('2027-01-01', 'zh-CN')).toBe('2027 年 1 月 1 日');
    expect(formatDate('2027-01-01', 'en')).toBe('1 January 2027');
    expect(formatDate('soon', 'en')).toBe('soon');
  });
});
