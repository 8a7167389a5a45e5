import { describe, expect, it } from 'vitest';
import { readFigure } from './read-figure.ts';

const money = { type: 'series', unit: 'CNY', domain: { min: '0' } } as const;
const profit = { type: 'series', unit: 'CNY' } as const;
const people = { type: 'series', unit: 'people', domain: { min: '0' } } as const;
const months = { type: 'int', unit: 'months', domain: { min: '0', max: '12' } } as const;
const ratio = { type: 'num', unit: 'ratio' } as const;

describe('readFigure', () => {
  it.each([
    ['3000', 'wan', '30000000'],
    ['3000', 'yuan', '3000'],
    ['0.3', 'yi', '30000000'],
    ['3000万', 'wan', '30000000'],
    ['3000万', 'yuan', '30000000'],
    ['3000万元', 'yi', '30000000'],
    ['0.3亿', 'wan', '30000000'],
    ['3千万', 'wan', '30000000'],
    ['3,000.5', 'wan', '30005000'],
    ['３０００', 'wan', '30000000'],
    ['￥3,000', 'yuan', '3000'],
    ['30000000元', 'wan', '30000000'],
    ['.5', 'wan', '5000'],
    ['3000.', 'wan', '30000000'],
    [' 1 200 ', 'wan', '12000000'],
  ] as const)('reads %s under %s as %s yuan', (typed, unit, yuan) => {
    expect(readFigure(typed, money, unit)).toEqual({ value: yuan });
  });

  it('reads a loss with a minus of any kind or in brackets', () => {
    for (const typed of ['-50', '−50', '（50）', '(50)']) {
      expect(readFigure(typed, profit, 'wan')).toEqual({ value: '-500000' });
    }
    expect(readFigure('-50', money, 'wan')).toEqual({ problem: 'below', bound: '0' });
  });

  it('keeps counts whole', () => {
    expect(readFigure('12 人', people, 'wan')).toEqual({ value: '12' });
    expect(readFigure('1.2万', people, 'wan')).toEqual({ value: '12000' });
    expect(readFigure('12.5', people, 'wan')).toEqual({ problem: 'notWhole' });
  });

  it('holds to the bounds, ends included', () => {
    expect(readFigure('12', months, 'wan')).toEqual({ value: '12' });
    expect(readFigure('13', months, 'wan')).toEqual({ problem: 'above', bound: '12' });
  });

  it('reads a share as percent', () => {
    expect(readFigure('12.5', ratio, 'wan')).toEqual({ value: '0.125' });
    expect(readFigure('12.5%', ratio, 'wan')).toEqual({ value: '0.125' });
    expect(readFigure('12%', money, 'wan')).toEqual({ problem: 'notNumber' });
  });

  it('is exact and stops at one fen', () => {
    expect(readFigure('0.000001', money, 'wan')).toEqual({ value: '0.01' });
    expect(readFigure('0.0000001', money, 'wan')).toEqual({ problem: 'tooFine' });
    expect(readFigure('99999999999.99', money, 'yi')).toEqual({ value: '9999999999999000000' });
  });

  it.each(['abc', '12a', '三千', '1/2', '--3', '1.2.3', '万', '1e5', ''])('does not guess at "%s"', (typed) => {
    expect(readFigure(typed, money, 'wan')).toEqual({ problem: 'notNumber' });
  });
});
