import { and, eq, sql } from 'drizzle-orm';
import { settleMoney } from '../allocations/settle-money.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { readCalendar } from '../calendar/queries.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Transaction } from '../db/open-database.ts';
import { issueLetterOf } from '../decisions/letters/issue-letter.ts';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { planPayment } from '../payments/plan-payment.ts';
import { announce } from './announce.ts';
import { appendEvent } from './append-event.ts';
import { endPausedClock, startClock, stopClock } from './clocks.ts';
import { guardView, type Said } from './guard-view.ts';
import type { EventId, Transition } from './lifecycle.ts';
import { type ApplicationRow, maySee, readApplication } from './queries.ts';
import { STATES } from './states.ts';
import { readSurroundings } from './surroundings.ts';
import { applications } from './table.ts';
import { type Attempt, transition } from './transition.ts';

type Columns = Partial<typeof applications.$inferInsert>;

export interface Change extends Said {
  readonly applicationId: string;
  readonly event: EventId;
  /** The version the person saw; absent for acts that do not depend on a page (the passing of time). */
  readonly version?: number;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Other columns that change with the state. */
  readonly set?: Columns;
}

/**
 * The one way a case changes its state: role and guards from the lifecycle, then state, event, clock and audit row in the
 * caller's transaction. Throws 404 for a case the person may not know of, 409 when it has changed since, 403 for another
 * role's event, 412 with every guard that does not hold.
 */
export async function changeState(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  change: Change,
): Promise<ApplicationRow> {
  const row = await readApplication(tx, change.applicationId);
  if (!row || (act.actor !== 'system' && !maySee(act.actor, row))) throw new ApiError(404, 'not-found');
  if (change.version !== undefined && change.version !== row.version) throw new ApiError(409, 'changed-meanwhile');
  const around = await readSurroundings(tx, row, dayInChina(act.now));
  const attempt = transition(row.state, change.event, row.firmId, guardView(row, around, act, change));
  if (!attempt.ok) throw refusalOf(attempt);
  const dueOn = await moveClock(tx, row, attempt.transition, act.now, around.scheme.document.limits);
  const [after] = await tx
    .update(applications)
    .set({
      ...change.set,
      state: attempt.transition.to,
      version: row.version + 1,
      stateSince: act.now.toISOString(),
      dueOn,
      ...(STATES[attempt.transition.to].terminal ? { endedAt: act.now.toISOString() } : {}),
    })
    .where(and(eq(applications.id, row.id), eq(applications.state, row.state), eq(applications.version, row.version)))
    .returning();
  if (!after) throw new ApiError(409, 'changed-meanwhile');
  await settleMoney(tx, act, after);
  await recordEvent(tx, act, row, attempt.transition, change);
  await planPayment(tx, act, after);
  await issueLetterOf(tx, act, after, change);
  await announce(tx, act, after, attempt.transition);
  return after;
}

function refusalOf(attempt: Exclude<Attempt, { ok: true }>): ApiError {
  if (attempt.why === 'not-yours') return new ApiError(403, 'not-your-role');
  if (attempt.why === 'no-such-event') return new ApiError(409, 'not-in-this-state');
  return new ApiError(412, 'conditions-not-met', {
    args: { count: String(attempt.guards.length) },
    details: attempt.guards.map((key) => ({ path: key, message: message(`api.guard.${key}`) })),
  });
}

/** A clock pauses while the firm must act or an objection is looked into, and ends when the case moves on. */
async function moveClock(
  tx: Transaction,
  row: ApplicationRow,
  { to }: Transition,
  now: Date,
  limits: Readonly<Record<string, number>>,
): Promise<string | null> {
  const [today, calendar] = [dayInChina(now), await readCalendar(tx)];
  const pauses = (STATES[row.state].turn === 'office' && to === 'returned') || to === 'under-objection';
  await stopClock(tx, row.id, today, calendar, pauses);
  // What is decided anew is published anew, for the whole time.
  if (row.state === 'under-objection' && to !== 'in-publicity') await endPausedClock(tx, row.id, 'publicity', today);
  if (STATES[to].terminal) await endPausedClock(tx, row.id, undefined, today);
  const { clock } = STATES[to] as { clock?: keyof typeof limits & Parameters<typeof startClock>[2] };
  if (!clock) return null;
  return startClock(tx, row.id, clock, limits[clock] ?? 1, today, calendar);
}

async function recordEvent(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
  { event, to, duty }: Transition,
  { reason, clause, details }: Change,
): Promise<void> {
  await appendEvent(tx, act, row.id, {
    event,
    from: row.state,
    to,
    duty: duty ?? null,
    reason: reason ?? null,
    clause: clause ?? null,
    details: JSON.stringify(details ?? {}),
  });
  await appendAudit(tx, act, {
    action: `application.${event}`,
    subject: { type: 'application', id: row.id },
    details: { from: row.state, to, ...(reason ? { reason } : {}), ...(clause ? { clause } : {}), ...details },
  });
}

/** Bumps the version where something of the case changes without its state. */
export const nextVersion = sql`${applications.version} + 1`;
