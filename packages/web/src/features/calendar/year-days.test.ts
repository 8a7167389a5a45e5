import { describe, expect, test } from 'vitest';
import { columnOf, daysOfMonth, kindOf, turnDay } from './year-days.ts';

test('a month begins under its weekday and has all its days', () => {
  expect(columnOf('2026-02-01')).toBe(7);
  expect(columnOf('2026-06-01')).toBe(1);
  expect(daysOfMonth('2026', 2).at(-1)).toBe('2026-02-28');
  expect(daysOfMonth('2024', 2).at(-1)).toBe('2024-02-29');
});

describe('turning a day round', () => {
  const none = { off: [], work: [] };
  test.each([
    ['2026-04-01', 'worked', 'off'],
    ['2026-04-04', 'weekend', 'work'],
  ])('%s from %s to %s and back', (day, before, after) => {
    expect(kindOf(day, none)).toBe(before);
    const turned = turnDay(day, none);
    expect(kindOf(day, turned)).toBe(after);
    expect(turnDay(day, turned)).toEqual(none);
  });

  test('a weekend day off by the notice becomes a worked one, never both', () => {
    expect(turnDay('2026-04-04', { off: ['2026-04-04'], work: [] })).toEqual({ off: [], work: ['2026-04-04'] });
  });
});
