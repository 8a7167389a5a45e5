import type { IsoDate, PolicyDoc } from './document.ts';
import type { Dates } from './facts.ts';

/**
 * Base fiscal year T (基准年): the year of `fiscalYearEnd`, else the last full year before `filing ?? decision`.
 *
 * @example baseYear({ decision: '2026-03-31' }) // 2025
 */
export function baseYear(dates: Dates): number {
  if (dates.fiscalYearEnd !== undefined) return yearOf(dates.fiscalYearEnd);
  return yearOf(dates.filing ?? dates.decision) - 1;
}

/**
 * The day a policy looks from (基准日): it picks the version, its parameters and all ages. `filing` falls back to the
 * decision day; `fiscalYearEnd` to the last day of the base year.
 */
export function asOf(doc: Pick<PolicyDoc, 'applies'>, dates: Dates): IsoDate {
  switch (doc.applies) {
    case 'decision':
      return dates.decision;
    case 'filing':
      return dates.filing ?? dates.decision;
    case 'fiscalYearEnd':
      return dates.fiscalYearEnd ?? `${String(baseYear(dates)).padStart(4, '0')}-12-31`;
  }
}

const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));
