import { lastDay } from '../applications/clocks.ts';
import { listCorrectionsNear, listDeferralsNear } from '../applications/due-soon.ts';
import { listBrokenPromises, listLate } from '../applications/late-cases.ts';
import { readCalendar } from '../calendar/queries.ts';
import { dayInChina } from '../day-in-china.ts';
import { newId } from '../db/new-id.ts';
import type { Database } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { listEndedConsultations } from '../studio/consultations/queries.ts';
import { applyPublished } from '../studio/force/apply-published.ts';
import { tellConsultationOver } from '../studio/force/tell-approvers.ts';
import { endBrokenPromise, moveLateCase, type SystemAct } from './move-late-case.ts';
import { remindOfCorrections, remindOfDeferrals } from './remind-firm.ts';

export interface PassedTime {
  readonly moved: number;
  /** Cases and drafts where it went wrong, with what was thrown; the others went on. */
  readonly failures: readonly { readonly subject: string; readonly error: unknown }[];
}

/** In one go; what is left is found again the next time. */
const MOST = 2_000;

/** Working days before the last day of a firm at which it is reminded, where the setting does not say otherwise. */
export const REMIND_WORKING_DAYS = 3;

type Move = (database: Database, act: SystemAct, id: string) => Promise<void>;

/**
 * Lets time pass (时限推进): every case whose day is over is moved in a transaction of its own. Safe to run again and in
 * several processes: each looks at the case anew, and only one of them changes it.
 */
export async function passTime(
  database: Database,
  now: Date,
  remindWorkingDays = REMIND_WORKING_DAYS,
): Promise<PassedTime> {
  const today = dayInChina(now);
  const act: SystemAct = { actor: 'system', now, requestId: `time-${newId()}` };
  const broken = await eachOf(database, act, await listBrokenPromises(database.read, today, MOST), endBrokenPromise);
  const late = await eachOf(database, act, await listLate(database.read, today, MOST), moveLateCase);
  const reminded = remindWorkingDays > 0 ? await remindAll(database, act, remindWorkingDays) : [];
  const { moved, failures } = await applyPublished(database, now);
  const ended = await listEndedConsultations(database.read, today);
  const told = await Promise.all(
    ended.map((each) => eachOf(database, act, [each.draftId], () => tellConsultationOver(database, act, each))),
  );
  return {
    moved: broken.moved + late.moved + moved,
    failures: [
      ...broken.failures,
      ...late.failures,
      ...failures,
      ...told.flatMap((each) => each.failures),
      ...reminded,
    ],
  };
}

/** Reminds every firm whose day is near, after those whose day is over have been moved. */
async function remindAll(database: Database, act: SystemAct, workingDays: number): Promise<PassedTime['failures']> {
  const today = dayInChina(act.now);
  // A year without a notice ends later than any last day that could be told.
  const until = lastDay(today, workingDays, await readCalendar(database.read)) ?? '9999-12-31';
  const near = { today, until };
  const by =
    (verb: typeof remindOfCorrections): Move =>
    (...args) =>
      verb(...args, near);
  const corrections = await listCorrectionsNear(database.read, near, MOST);
  const deferrals = await listDeferralsNear(database.read, near, MOST);
  const first = await eachOf(database, act, corrections, by(remindOfCorrections));
  const second = await eachOf(database, act, deferrals, by(remindOfDeferrals));
  return [...first.failures, ...second.failures];
}

async function eachOf(database: Database, act: SystemAct, ids: readonly string[], move: Move): Promise<PassedTime> {
  const failures: { subject: string; error: unknown }[] = [];
  let moved = 0;
  for (const id of ids) {
    try {
      await move(database, act, id);
      moved++;
    } catch (error) {
      // Another process was first, or the case has changed since the list was read.
      if (!(error instanceof ApiError && [404, 409, 412].includes(error.status))) failures.push({ subject: id, error });
    }
  }
  return { moved, failures };
}
