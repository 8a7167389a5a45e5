import { type WorkingCalendar, workingDaysBetween } from '@tidu/rules';
import { STATES, type StateId } from '../../applications/states.ts';
import type { DaysLeft } from './contract.ts';

/** Counts working days to the last day of a clock; many cases share a day, so each day is counted once. */
export function createDaysLeft(
  today: string,
  calendar: WorkingCalendar,
): (state: StateId, dueOn: string | null) => DaysLeft {
  const counted = new Map<string, DaysLeft>();
  return (state, dueOn) => {
    if (dueOn === null) return { why: 'clock' in STATES[state] ? 'no-calendar' : 'no-clock' };
    const known = counted.get(dueOn);
    if (known) return known;
    const between = workingDaysBetween(today, dueOn, calendar, { countStart: false });
    const left: DaysLeft = 'days' in between ? { days: between.days, dueOn } : { why: 'no-calendar', dueOn };
    counted.set(dueOn, left);
    return left;
  };
}
