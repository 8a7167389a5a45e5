import { expect, test } from 'vitest';
import { trialDates } from './trial-dates.ts';

const policy = (from: string, applies: 'decision' | 'fiscalYearEnd' = 'decision') => ({ inForce: { from }, applies });

test.each([
  ['a text in force now', '2026-06-01', '2026-11-25', '2025-12-31'],
  ['one that comes next year, tried before the year is over', '2027-01-01', '2026-11-25', '2025-12-31'],
  ['the same, tried after', '2027-01-01', '2027-01-01', '2026-12-31'],
  ['one long in force', '2018-03-01', '2026-11-25', '2017-12-31'],
])('%s is tried with figures that firms have', (_what, from, today, fiscalYearEnd) => {
  expect(trialDates(policy(from), today)).toEqual({ filing: from, decision: from, fiscalYearEnd });
});

test('a text that goes by the end of the fiscal year is tried on one within its time', () => {
  expect(trialDates(policy('2027-01-01', 'fiscalYearEnd'), '2026-11-25').fiscalYearEnd).toBe('2027-12-31');
});
