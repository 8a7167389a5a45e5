import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { SealingKey } from '../../firms/bank/sealing-key.ts';
import { ApiError, type Detail } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { yuanText } from '../../money-text.ts';
import { nextNumber } from '../../next-number.ts';
import { moveInstalment, refusalOf } from '../move-instalment.ts';
import { type InstalmentRow, lastOrderNumber, readInstalment } from '../queries.ts';
import { type CaseAround, paymentView, readCaseAround } from '../read-view.ts';
import { paymentOrders, paymentRows } from '../table.ts';
import { tellFinance } from '../tell-payment.ts';
import { attemptPayment } from '../transition.ts';
import { freezeAccount } from './freeze-account.ts';

export interface OrderWanted {
  readonly instalments: readonly {
    readonly id: string;
    readonly version: number;
    /** Why the account bears another name than the firm's. */
    readonly holderReason?: string | undefined;
  }[];
  readonly note?: string | undefined;
}

export interface OrderMade {
  readonly orderId: string;
  /** What could not go into the order, and why; the rest did. */
  readonly leftOut: readonly { readonly instalmentId: string; readonly details: readonly Detail[] }[];
}

type Wanted = OrderWanted['instalments'][number];

/**
 * Prepares a payment order (制单) of instalments that are due, each with the account as it is now. One that may not be paid
 * drops out with its reasons and the others go on; where none is left nothing is written (412).
 */
export const prepareOrder = (
  act: PersonalAct,
  sealingKey: SealingKey,
  { instalments, note }: OrderWanted,
): Promise<OrderMade> =>
  withTransaction(act.database, async (tx) => {
    const leftOut: OrderMade['leftOut'][number][] = [];
    const good: { wanted: Wanted; row: InstalmentRow; around: CaseAround }[] = [];
    for (const wanted of instalments) {
      const seen = await look(tx, act, wanted);
      if ('details' in seen) leftOut.push({ instalmentId: wanted.id, details: seen.details });
      else good.push({ wanted, ...seen });
    }
    if (good.length === 0) throw nothingToPay(instalments, leftOut);
    const order = await openOrder(tx, act, note);
    let totalFen = 0;
    for (const { wanted, row, around } of good) {
      const details = { order: order.number, ...(wanted.holderReason ? { holderReason: wanted.holderReason } : {}) };
      await moveInstalment(tx, act, { instalmentId: row.id, event: 'prepare', ...wanted, details });
      await tx.insert(paymentRows).values(rowOf(sealingKey, order.id, row, around, wanted.holderReason));
      totalFen += row.amountFen;
    }
    await close(tx, act, order, { rows: good.length, total: yuanText(totalFen) });
    return { orderId: order.id, leftOut };
  });

/** The instalment with its case where it may be paid, else every reason why not. */
async function look(
  tx: Transaction,
  act: PersonalAct,
  { id, version, holderReason }: Wanted,
): Promise<{ row: InstalmentRow; around: CaseAround } | { details: readonly Detail[] }> {
  const row = await readInstalment(tx, id);
  if (!row) return { details: [{ path: 'id', message: message('api.not-found') }] };
  const around = await readCaseAround(tx, row.applicationId);
  const attempt = attemptPayment(row.state, 'prepare', paymentView(around, row, act.actor, { holderReason }));
  if (!attempt.ok) {
    const refusal = refusalOf(attempt);
    return { details: refusal.extras.details ?? [{ path: 'state', message: message(`api.${refusal.code}`) }] };
  }
  return row.version === version
    ? { row, around }
    : { details: [{ path: 'version', message: message('api.changed-meanwhile') }] };
}

function nothingToPay(wanted: readonly Wanted[], leftOut: OrderMade['leftOut']): ApiError {
  const placeOf = (id: string) => wanted.findIndex((each) => each.id === id);
  const details = leftOut.flatMap(({ instalmentId, details: why }) =>
    why.map((each) => ({ ...each, path: `instalments.${placeOf(instalmentId)}.${each.path}` })),
  );
  return new ApiError(412, 'conditions-not-met', { args: { count: String(details.length) }, details });
}

async function openOrder(tx: Transaction, act: PersonalAct, note: string | undefined) {
  const start = `BF-${dayInChina(act.now).slice(0, 4)}-`;
  const order = {
    id: newId(),
    number: nextNumber(start, await lastOrderNumber(tx, start), { width: 4 }),
    state: 'prepared' as const,
    version: 1,
    note: note ?? null,
    preparedAt: act.now.toISOString(),
    preparedBy: act.actor.userId,
    preparedByName: act.actor.name,
  };
  await tx.insert(paymentOrders).values(order);
  return order;
}

function rowOf(
  sealingKey: SealingKey,
  orderId: string,
  { id: instalmentId, applicationId, amountFen }: InstalmentRow,
  { account, application: { firmId } }: CaseAround,
  holderReason: string | undefined,
): typeof paymentRows.$inferInsert {
  if (!account) throw new Error('an account that was there is gone');
  const id = newId();
  return {
    id,
    orderId,
    instalmentId,
    applicationId,
    firmId,
    amountFen,
    state: 'prepared',
    ...freezeAccount(sealingKey, account, id),
    holderReason: holderReason ?? null,
  };
}

async function close(
  tx: Transaction,
  act: PersonalAct,
  { id, number }: { id: string; number: string },
  details: { rows: number; total: string },
): Promise<void> {
  const subject = { type: 'payment-order', id };
  await appendAudit(tx, act, { action: 'payment-order.prepared', subject, details: { number, ...details } });
  await tellFinance(tx, act, {
    role: 'finance-releaser',
    key: 'payment-prepared',
    args: { number, count: String(details.rows), amount: details.total },
    link: `/payments/orders/${id}`,
  });
}
