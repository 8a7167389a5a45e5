import { and, eq } from 'drizzle-orm';
import { moveMoney } from '../allocations/move-money.ts';
import { recordShare } from '../applications/record-share.ts';
import type { PersonalAct } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { yuanText } from '../money-text.ts';
import type { PaymentEventId } from './lifecycle.ts';
import { type InstalmentRow, readInstalment, readPlan } from './queries.ts';
import { type CaseAround, paymentView, readCaseAround } from './read-view.ts';
import { instalments } from './table.ts';
import { attemptPayment, type PaymentAttempt } from './transition.ts';

export interface PaymentMove {
  readonly instalmentId: string;
  readonly event: PaymentEventId;
  /** The version the person saw; absent where the version of the order holds the page to it. */
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
  readonly holderReason?: string | undefined;
  readonly accountId?: string | undefined;
  readonly set?: Partial<typeof instalments.$inferInsert>;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface Moved {
  readonly row: InstalmentRow;
  readonly around: CaseAround;
}

/**
 * The one way an instalment changes its state: role and guards from the table, then state, money of the pool, event of the
 * case and audit row in the caller's transaction. Throws 404, 403, 409 when it has changed since, 412 with every guard.
 */
export async function moveInstalment(
  tx: Transaction,
  act: Omit<PersonalAct, 'database'>,
  move: PaymentMove,
): Promise<Moved> {
  const row = await readInstalment(tx, move.instalmentId);
  const plan = row && (await readPlan(tx, row.applicationId));
  if (!row || !plan) throw new ApiError(404, 'not-found');
  if (move.version !== undefined && move.version !== row.version) throw new ApiError(409, 'changed-meanwhile');
  const around = await readCaseAround(tx, row.applicationId);
  const attempt = attemptPayment(row.state, move.event, paymentView(around, row, act.actor, move));
  if (!attempt.ok) throw refusalOf(attempt);
  const { to, duty, money } = attempt.transition;
  const [after] = await tx
    .update(instalments)
    .set({ ...move.set, state: to, version: row.version + 1, stateSince: act.now.toISOString() })
    .where(and(eq(instalments.id, row.id), eq(instalments.state, row.state), eq(instalments.version, row.version)))
    .returning();
  if (!after) throw new ApiError(409, 'changed-meanwhile');
  if (money) await moveMoney(tx, act, plan, row.applicationId, money, row.amountFen);
  await recordShare(tx, act, around.application, {
    what: `payment.${move.event}`,
    duty,
    ...(move.reason === undefined ? {} : { reason: move.reason }),
    details: {
      instalment: row.seq,
      amount: yuanText(row.amountFen),
      ...(move.reason === undefined ? {} : { reason: move.reason }),
      ...move.details,
    },
  });
  return { row: after, around };
}

export function refusalOf(attempt: Exclude<PaymentAttempt, { ok: true }>, path = ''): ApiError {
  if (attempt.why === 'not-yours') return new ApiError(403, 'not-your-role');
  if (attempt.why === 'no-such-event') return new ApiError(409, 'changed-meanwhile');
  return new ApiError(412, 'conditions-not-met', {
    args: { count: String(attempt.guards.length) },
    details: attempt.guards.map((key) => ({ path: `${path}${key}`, message: message(`api.guard.${key}`) })),
  });
}
