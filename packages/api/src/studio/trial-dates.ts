import type { Dates, PolicyDoc } from '@tidu/rules';

/** The days a text is tried on where none are given: its first day in force, with the figures of the last full year. */
export function trialDates({ inForce, applies }: Pick<PolicyDoc, 'inForce' | 'applies'>): Dates {
  const { from, to } = inForce;
  const year = Number(from.slice(0, 4));
  if (applies !== 'fiscalYearEnd') return { filing: from, decision: from, fiscalYearEnd: `${year - 1}-12-31` };
  const end = `${year}-12-31`;
  return { decision: from, fiscalYearEnd: to !== undefined && to < end ? from : end };
}
