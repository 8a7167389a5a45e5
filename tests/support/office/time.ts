import { addWorkingDays } from '@tidu/rules';
import { shippedCalendar } from '@tidu/rules/calendar';
import { dayInChina } from '../../../packages/api/src/day-in-china.ts';
import type { Database } from '../../../packages/api/src/db/open-database.ts';
import { passTime } from '../../../packages/api/src/deadlines/pass-time.ts';

/** Moves the clock on to a day, or by working days, and does at once what the watcher of deadlines would do within minutes. */
export function createTime(database: Database, clock: { now: Date }) {
  const goTo = async (day: string): Promise<void> => {
    clock.now = new Date(`${day}T10:00:00+08:00`);
    const { failures } = await passTime(database, clock.now);
    const [failure] = failures;
    if (failure) throw failure.error;
  };
  const pass = async (workingDays: number): Promise<void> => {
    const found = addWorkingDays(dayInChina(clock.now), workingDays, shippedCalendar, { countStart: false });
    if (!('day' in found)) throw new Error('The calendar does not reach that far.');
    await goTo(found.day);
  };
  return { goTo, pass };
}
