import { describe, expect, it } from 'vitest';
import { fromPercent, fromYuan, toPercent, toYuan } from './money-unit.ts';

describe('amounts in the units people write them in', () => {
  it('turns 元, 万元 and 亿元 into yuan exactly', () => {
    expect(toYuan('3000', 'wan')).toBe('30000000');
    expect(toYuan('0.1', 'yi')).toBe('10000000');
    expect(toYuan('1,234.56', 'yuan')).toBe('1234.56');
    expect(toYuan('99999999999.999999', 'wan')).toBe('999999999999999.99');
  });
  it('refuses what is finer than one 分 and what is no amount', () => {
    expect(toYuan('0.001', 'yuan')).toBeUndefined();
    expect(toYuan('0.000001', 'wan')).toBe('0.01');
    expect(toYuan('0.0000001', 'wan')).toBeUndefined();
    for (const typed of ['', 'abc', '5%', '1/3', '三千']) expect(toYuan(typed, 'wan')).toBeUndefined();
  });
  it('takes a unit written behind the figure before the one chosen', () => {
    expect(toYuan('3000万', 'yuan')).toBe('30000000');
    expect(toYuan('1.2 亿元', 'wan')).toBe('120000000');
    expect(toYuan('3000 元', 'wan')).toBe('3000');
    expect(toYuan('万', 'wan')).toBeUndefined();
  });
  it('comes back to what was typed', () => {
    for (const unit of ['yuan', 'wan', 'yi'] as const) {
      for (const typed of ['0', '1', '3000', '12.5', '0.01'])
        expect(fromYuan(toYuan(typed, unit) ?? '', unit)).toBe(typed);
    }
  });
});

describe('percent', () => {
  it('is exact both ways', () => {
    expect(fromPercent('12.5')).toBe('0.125');
    expect(fromPercent('12.5%')).toBe('0.125');
    expect(toPercent('0.125')).toBe('12.5');
    expect(toPercent('0.07')).toBe('7');
    expect(fromPercent('x')).toBeUndefined();
  });
});
