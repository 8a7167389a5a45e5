import { describe, expect, it } from 'vitest';
import { groupDigits, readExact, shareOf, shift, toText } from './exact.ts';

const text = (value: string, places: number) => {
  const exact = readExact(value);
  return exact && toText(exact, places);
};

describe('readExact', () => {
  it.each(['', '-', '.', 'abc', '1e3', '2/0', 'inf', '1.2.3', '%'])('refuses %j', (typed) => {
    expect(readExact(typed)).toBeUndefined();
  });
  it('reads decimals, percent, fractions and separators exactly', () => {
    expect(readExact('0.1')).toEqual({ n: 1n, d: 10n });
    expect(readExact('6%')).toEqual({ n: 6n, d: 100n });
    expect(readExact('2/37')).toEqual({ n: 2n, d: 37n });
    expect(readExact('1,000.50')).toEqual({ n: 100050n, d: 100n });
    expect(readExact('.5')).toEqual({ n: 5n, d: 10n });
    expect(readExact('-3.')).toEqual({ n: -3n, d: 1n });
  });
});

describe('toText', () => {
  it('rounds half away from zero and says whether anything was cut', () => {
    expect(text('1.005', 2)).toEqual({ text: '1.01', exact: false });
    expect(text('-1.005', 2)).toEqual({ text: '-1.01', exact: false });
    expect(text('1.004', 2)).toEqual({ text: '1', exact: false });
    expect(text('1.50', 2)).toEqual({ text: '1.5', exact: true });
    expect(text('-0.001', 2)).toEqual({ text: '0', exact: false });
  });
  it('keeps digits a float would lose', () => {
    expect(text('9007199254740993.01', 2)?.text).toBe('9007199254740993.01');
    expect(toText(shift({ n: 1n, d: 1n }, -8), 8).text).toBe('0.00000001');
  });
});

describe('groupDigits', () => {
  it.each([
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.1234', '1,234,567.1234'],
    ['-1000', '-1,000'],
  ])('%s → %s', (plain, grouped) => expect(groupDigits(plain)).toBe(grouped));
});

describe('shareOf', () => {
  it('stays between 0 and 1 and gives 0 for an empty scale', () => {
    expect(shareOf('60', '0', '100')).toBe(0.6);
    expect(shareOf('160', '0', '100')).toBe(1);
    expect(shareOf('-1', '0', '100')).toBe(0);
    expect(shareOf('1', '5', '5')).toBe(0);
    expect(shareOf('inf', '0', '100')).toBe(0);
  });
});
