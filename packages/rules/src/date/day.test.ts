import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, dayOf, formatDay, parseDay, toParts, weekday } from './day.ts';
import { calendarYears, fullMonths, fullYears } from './span.ts';

test.each(['2023-02-30', '2023-13-01', '2023-00-10', '2023-1-01', '20230101', '2100-02-29', ''])(
  '%j is not a day',
  (text) => expect(parseDay(text)).toBeUndefined(),
);
test.each([
  ['1970-01-01', 0],
  ['2000-02-29', 11016],
  ['2026-11-23', 20780],
  ['1969-12-31', -1],
])('%s is day %i', (iso, n) => expect(parseDay(iso)).toBe(n));
test('23 November 2026 is a Monday', () => expect(weekday(dayOf('2026-11-23'))).toBe(1));
test('agrees with the JavaScript calendar over 800 years', () =>
  fc.assert(
    fc.property(fc.integer({ min: -150_000, max: 150_000 }), (n) => {
      expect(formatDay(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
      expect(dayOf(formatDay(n))).toBe(n);
    }),
  ));

describe('months and years', () => {
  test('the last day of a month stays the last day', () =>
    expect(formatDay(addMonths(dayOf('2024-01-31'), 1))).toBe('2024-02-29'));
  test('full months grow with the later day and never jump by more than one', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 5_000 }), (a, length) => {
        const step = fullMonths(a, a + length + 1) - fullMonths(a, a + length);
        expect(step === 0 || step === 1).toBe(true);
      }),
    ));
  test('years by convention', () => {
    const [a, b] = [dayOf('2016-12-31'), dayOf('2026-01-01')];
    expect([calendarYears(a, b), fullYears(a, b)]).toEqual([10, 9]);
    expect(toParts(a).year).toBe(2016);
  });
});
