import { describe, expect, it } from 'vitest';
import { daysBetween, localDay, utcOf } from './calendar-day.ts';
import { FORMATS } from './format.ts';

const zh = FORMATS['zh-CN'];
const en = FORMATS.en;

describe('money', () => {
  it.each([
    ['0', '0 元', 'CNY 0'],
    ['9999.99', '9,999.99 元', 'CNY 9,999.99'],
    ['10000', '1 万元', 'CNY 10,000'],
    ['30000000', '3,000 万元', 'CNY 30 million'],
    ['99990000', '9,999 万元', 'CNY 99.99 million'],
    ['99999999', '9,999.9999 万元', 'CNY 99,999,999'],
    ['100000000', '1 亿元', 'CNY 100 million'],
    ['150000000', '1.5 亿元', 'CNY 150 million'],
    ['-30000000', '-3,000 万元', 'CNY -30 million'],
    ['1000000000', '10 亿元', 'CNY 1 billion'],
    // Too fine for 亿元 or 万元: told in full rather than rounded.
    ['123456789.12', '123,456,789.12 元', 'CNY 123,456,789.12'],
  ])('%s', (amount, chinese, english) => {
    expect(zh.money(amount)).toBe(chinese);
    expect(en.money(amount)).toBe(english);
  });
  it('never turns dollars into yuan', () => {
    expect(zh.money('1000000000', 'USD')).toBe('10 亿美元');
    expect(en.money('1000000000', 'USD')).toBe('USD 1 billion');
  });
});

describe('ratios, counts and ranges', () => {
  it('writes percent exactly or says 约', () => {
    expect(zh.ratio('0.06')).toBe('6%');
    expect(zh.ratio('6%')).toBe('6%');
    expect(zh.ratio('0.12345')).toBe('约 12.35%');
    expect(zh.ratio('2/37')).toBe('约 5.41%');
    expect(en.ratio('2/37')).toBe('about 5.41%');
  });
  it('adds the unit', () => {
    expect(zh.measured('120', 'people')).toBe('120 人');
    expect(en.measured('1', 'people')).toBe('1 person');
    expect(zh.measured('60', 'points')).toBe('60 分');
    expect(en.measured('1', 'points')).toBe('1 point');
    expect(zh.measured('inf', 'CNY')).toBe('未知');
  });
  it('writes one value where both ends meet and words where an end is open', () => {
    expect(zh.range({ lo: '60', hi: '60' }, 'points')).toBe('60 分');
    expect(zh.range({ lo: '0', hi: '20' }, 'points')).toBe('0 分至 20 分');
    expect(zh.range({ lo: '5', hi: 'inf' }, 'points')).toBe('不低于 5 分');
    expect(zh.range({ lo: '-inf', hi: '5' }, 'points')).toBe('不超过 5 分');
    expect(zh.range({ lo: '-inf', hi: 'inf' }, 'points')).toBe('未知');
    expect(en.range({ lo: '0', hi: '10000000' }, 'CNY')).toBe('CNY 0 to CNY 10 million');
  });
});

describe('days', () => {
  it('writes a day in full and leaves what is no day', () => {
    expect(zh.day('2020-11-23')).toBe('2020 年 11 月 23 日');
    expect(en.day('2020-11-23')).toBe('23 November 2020');
    expect(zh.day('2021-02-29')).toBe('2021-02-29');
  });
  it('counts whole days over leap years and summer time', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2023-02-28', '2023-03-01')).toBe(1);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
    expect(daysBetween('2024-03-01', 'x')).toBe(0);
    expect(utcOf('2024-13-01')).toBeUndefined();
  });
  it('takes the day where the reader sits', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
