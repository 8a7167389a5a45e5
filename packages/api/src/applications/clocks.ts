import { addWorkingDays, type IsoDate, type WorkingCalendar, workingDaysBetween } from '@tidu/rules';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import type { ClockKind } from './states.ts';
import { applicationClocks } from './table.ts';

/** What a resumed clock has at least, so that nobody must answer on the day a case comes back. */
const LEAST_AFTER_PAUSE = 2;

/** Working days a clock has from the day it last began to run. */
export const daysLeft = ({ limitDays, usedDays }: { readonly limitDays: number; readonly usedDays: number }): number =>
  usedDays === 0 ? limitDays : Math.max(LEAST_AFTER_PAUSE, limitDays - usedDays);

/** The last day of a limit counted from the day after `from` (自次日起算), or the year whose notice is missing. */
export const lastDayOf = (from: IsoDate, days: number, calendar: WorkingCalendar) =>
  addWorkingDays(from, days, calendar, { countStart: false });

/** The last day of a limit; null while a year it reaches into has no holiday notice. */
export function lastDay(from: IsoDate, days: number, calendar: WorkingCalendar): IsoDate | null {
  const end = lastDayOf(from, days, calendar);
  return 'day' in end ? end.day : null;
}

/** Ends the clock that runs; with `pause` it stands still until the case comes back (the firm must act). */
export async function stopClock(
  tx: Transaction,
  applicationId: string,
  today: IsoDate,
  calendar: WorkingCalendar,
  pause: boolean,
): Promise<void> {
  const running = and(
    eq(applicationClocks.applicationId, applicationId),
    isNull(applicationClocks.endedOn),
    isNull(applicationClocks.pausedOn),
  );
  const [clock] = await tx.select().from(applicationClocks).where(running);
  if (!clock) return;
  const since = workingDaysBetween(clock.startedOn, today, calendar, { countStart: false });
  const usedDays = clock.usedDays + ('days' in since ? Math.max(0, since.days) : 0);
  const change = pause ? { pausedOn: today, dueOn: null, usedDays } : { endedOn: today, usedDays };
  await tx.update(applicationClocks).set(change).where(eq(applicationClocks.id, clock.id));
}

/** Ends a clock that stands still and will not go on; without `kind` every one of the case. */
export async function endPausedClock(
  tx: Transaction,
  applicationId: string,
  kind: ClockKind | undefined,
  today: IsoDate,
): Promise<void> {
  const standing = and(
    eq(applicationClocks.applicationId, applicationId),
    kind && eq(applicationClocks.kind, kind),
    isNull(applicationClocks.endedOn),
    isNotNull(applicationClocks.pausedOn),
  );
  await tx.update(applicationClocks).set({ endedOn: today }).where(standing);
}

/** Starts the clock of a state, or goes on with the one that was paused. Returns its last day. */
export async function startClock(
  tx: Transaction,
  applicationId: string,
  kind: ClockKind,
  limitDays: number,
  today: IsoDate,
  calendar: WorkingCalendar,
): Promise<IsoDate | null> {
  const paused = and(
    eq(applicationClocks.applicationId, applicationId),
    eq(applicationClocks.kind, kind),
    isNull(applicationClocks.endedOn),
    isNotNull(applicationClocks.pausedOn),
  );
  const [before] = await tx.select().from(applicationClocks).where(paused);
  if (before) {
    const dueOn = lastDay(today, daysLeft(before), calendar);
    const again = { startedOn: today, pausedOn: null, dueOn };
    await tx.update(applicationClocks).set(again).where(eq(applicationClocks.id, before.id));
    return dueOn;
  }
  const dueOn = lastDay(today, limitDays, calendar);
  await tx.insert(applicationClocks).values({ id: newId(), applicationId, kind, limitDays, startedOn: today, dueOn });
  return dueOn;
}
