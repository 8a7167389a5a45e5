import type { Dates, PolicyDoc } from '@tidu/rules';

/**
 * The days a text is tried on where none are given: its first day in force, with the figures of the last full year. Where
 * that year is not over `today`, firms have no figures of it yet: then those of the year before.
 */
export function trialDates({ inForce, applies }: Pick<PolicyDoc, 'inForce' | 'applies'>, today = inForce.from): Dates {
  const { from, to } = inForce;
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const told = Math.min(yearOf(today), yearOf(from)) - 1;
  if (applies !== 'fiscalYearEnd') return { filing: from, decision: from, fiscalYearEnd: `${told}-12-31` };
  const end = `${yearOf(from)}-12-31`;
  return { decision: from, fiscalYearEnd: to !== undefined && to < end ? from : end };
}
