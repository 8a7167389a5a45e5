import { addWorkingDays } from '@tidu/rules';
import { shippedCalendar } from '@tidu/rules/calendar';
import { dayInChina } from '../../../packages/api/src/day-in-china.ts';
import type { Database } from '../../../packages/api/src/db/open-database.ts';
import { passTime } from '../../../packages/api/src/deadlines/pass-time.ts';

/** Moves the clock on by working days and does at once what the watcher of deadlines would do within minutes. */
export const createTime =
  (database: Database, clock: { now: Date }) =>
  async (workingDays: number): Promise<void> => {
    const found = addWorkingDays(dayInChina(clock.now), workingDays, shippedCalendar, { countStart: false });
    if (!('day' in found)) throw new Error('The calendar does not reach that far.');
    clock.now = new Date(`${found.day}T10:00:00+08:00`);
    const { failures } = await passTime(database, clock.now);
    const [failure] = failures;
    if (failure) throw failure.error;
  };
