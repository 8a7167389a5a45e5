import { describe, expect, it } from 'vitest';
import { pointsText, readMarks } from './marks.ts';

describe('marks', () => {
  it.each([
    ['8', 800],
    ['8.5', 850],
    ['8.05', 805],
    [' 10 ', 1000],
  ])('reads %j', (typed, mark) => {
    expect(readMarks({ a: typed })).toEqual({ a: mark });
  });

  it.each(['', 'x', '8.', '8.555', '-1'])('leaves %j out', (typed) => {
    expect(readMarks({ a: typed })).toEqual({});
  });

  it('keeps what does not apply', () => {
    expect(readMarks({ a: null })).toEqual({ a: null });
  });

  it.each([
    [8043, '80.43'],
    [8000, '80'],
    [undefined, undefined],
  ])('writes %s', (mark, text) => {
    expect(pointsText(mark)).toBe(text);
  });
});
