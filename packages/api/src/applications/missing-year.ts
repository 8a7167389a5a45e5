import type { WorkingCalendar } from '@tidu/rules';
import { daysLeft, lastDayOf } from './clocks.ts';
import type { ClockRow } from './read-case.ts';

/** The year whose notice is awaited, where a clock runs whose last day cannot be told yet. */
export function missingYearOf(clocks: readonly ClockRow[], calendar: WorkingCalendar): number | undefined {
  const running = clocks.find((clock) => clock.endedOn === null && clock.pausedOn === null && clock.dueOn === null);
  if (!running) return undefined;
  const end = lastDayOf(running.startedOn, daysLeft(running), calendar);
  return 'missingYear' in end ? end.missingYear : undefined;
}
