import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from '../../fixtures/working-days.cases.json' with { type: 'json' };
import { dayOf, formatDay, weekday } from '../date/day.ts';
import cn from './cn.json' with { type: 'json' };
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const calendar: WorkingCalendar = cn;
const next = { countStart: false };
const same = { countStart: true };
const years = Object.keys(cn);

describe('addWorkingDays', () => {
  it.each(cases)('$id', ({ inputs, expected }) => {
    const { start, workingDays, countStart } = inputs;
    expect(addWorkingDays(start, workingDays, calendar, { countStart })).toEqual({ day: expected.lastDay });
    expect(workingDaysBetween(start, expected.lastDay, calendar, { countStart })).toEqual({ days: workingDays });
  });

  it('ends a publicity of ten days one day later when the first day does not count', () => {
    expect(addWorkingDays('2025-11-03', 10, calendar, next)).toEqual({ day: '2025-11-17' });
    expect(addWorkingDays('2025-11-03', 9, calendar, same)).toEqual({ day: '2025-11-13' });
    expect(addWorkingDays('2025-11-03', 11, calendar, same)).toEqual({ day: '2025-11-17' });
  });

  it('starts on the next working day when the first day is not one', () => {
    expect(addWorkingDays('2025-11-01', 1, calendar, same)).toEqual({ day: '2025-11-03' });
    expect(addWorkingDays('2025-11-01', 1, calendar, next)).toEqual({ day: '2025-11-03' });
    expect(addWorkingDays('2025-11-01', 0, calendar, same)).toEqual({ day: '2025-11-01' });
  });

  it('crosses the year end, and refuses a year without notice', () => {
    expect(addWorkingDays('2025-12-31', 1, calendar, next)).toEqual({ day: '2026-01-04' });
    expect(addWorkingDays('2026-12-30', 1, calendar, next)).toEqual({ day: '2026-12-31' });
    expect(addWorkingDays('2026-12-31', 1, calendar, next)).toEqual({ missingYear: 2027 });
    expect(addWorkingDays('2026-12-31', 1, calendar, same)).toEqual({ day: '2026-12-31' });
    expect(addWorkingDays('2017-12-29', 1, calendar, same)).toEqual({ missingYear: 2017 });
    expect(addWorkingDays('2017-12-31', 1, calendar, next)).toEqual({ day: '2018-01-02' });
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('throws on %d days', (n) => {
    expect(() => addWorkingDays('2025-11-03', n, calendar, next)).toThrow(RangeError);
  });

  it('throws on a day that does not exist', () => {
    expect(() => addWorkingDays('2025-02-29', 1, calendar, next)).toThrow(RangeError);
  });

  // INVARIANT (working-days-inverse): counting to the day that n working days end on gives n.
  it('working-days-inverse', () => {
    const start = fc.integer({ min: dayOf('2018-01-02'), max: dayOf('2026-06-30') }).map(formatDay);
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), fc.boolean(), (from, n, countStart) => {
        const got = addWorkingDays(from, n, calendar, { countStart });
        if (!('day' in got)) throw new Error(`refused ${got.missingYear}`);
        expect(isWorkingDay(got.day, calendar)).toBe(true);
        expect(workingDaysBetween(from, got.day, calendar, { countStart })).toEqual({ days: n });
      }),
    );
  });
});

describe('workingDaysBetween', () => {
  it('counts overdue days as negative', () => {
    expect(workingDaysBetween('2025-11-17', '2025-11-14', calendar, next)).toEqual({ days: -1 });
    expect(workingDaysBetween('2025-11-17', '2025-11-17', calendar, next)).toEqual({ days: 0 });
    expect(workingDaysBetween('2025-11-17', '2025-11-18', calendar, next)).toEqual({ days: 1 });
    expect(workingDaysBetween('2025-11-16', '2025-11-15', calendar, next)).toEqual({ days: 0 });
  });

  it('refuses to count over a year without notice', () => {
    const holes: WorkingCalendar = { '2018': cn['2018'], '2020': cn['2020'] };
    expect(workingDaysBetween('2018-12-28', '2020-01-02', holes, next)).toEqual({ missingYear: 2019 });
  });

  it.each([
    ['2018', 250],
    ['2019', 250],
    ['2020', 249],
    ['2021', 250],
    ['2022', 249],
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %d working days', (year, days) => {
    expect(workingDaysBetween(`${year}-01-01`, `${year}-12-31`, calendar, same)).toEqual({ days });
  });
});

describe('isWorkingDay', () => {
  it('knows nine years, each with its source', () => {
    expect(years).toEqual(['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026']);
    for (const year of Object.values(cn)) expect(year.source.length).toBeGreaterThan(20);
  });

  it.each(Object.values(cn).flatMap((y) => y.work))('%s is a weekend day that is worked', (date) => {
    expect(weekday(dayOf(date))).toBeGreaterThan(5);
    expect(isWorkingDay(date, calendar)).toBe(true);
  });

  it.each(Object.values(cn).flatMap((y) => y.off))('%s is off', (date) => {
    expect(isWorkingDay(date, calendar)).toBe(false);
  });

  it('follows the week on all other days, and refuses other years', () => {
    expect(isWorkingDay('2025-11-14', calendar)).toBe(true);
    expect(isWorkingDay('2025-11-15', calendar)).toBe(false);
    expect(isWorkingDay('2025-11-16', calendar)).toBe(false);
    expect(isWorkingDay('2027-01-04', calendar)).toEqual({ missingYear: 2027 });
    expect(isWorkingDay('2017-12-29', calendar)).toEqual({ missingYear: 2017 });
  });

  it.each([
    [{ '2030': { off: ['2031-01-01'], work: [] } }, /calendar of 2030/],
    [{ '2030': { off: ['2030-01-05'], work: ['2030-01-05'] } }, /both/],
    [{ '2030': { off: ['2030-02-30'], work: [] } }, /not a date/],
  ])('throws on a calendar that cannot be', (wrong, message) => {
    expect(() => isWorkingDay('2030-01-02', wrong)).toThrow(message);
  });
});
