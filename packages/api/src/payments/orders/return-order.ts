import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { moveInstalment } from '../move-instalment.ts';
import { listRows } from '../queries.ts';
import { paymentRows } from '../table.ts';
import { tellFinance } from '../tell-payment.ts';
import { moveOrder } from './move-order.ts';

interface Returning {
  readonly orderId: string;
  readonly version: number;
  readonly reason: string;
  /** Only these rows; the order goes on with the others. */
  readonly rowIds?: readonly string[] | undefined;
}

/** Sends an order, or some rows of it, back to whoever prepared it (退回), with a reason; they can be prepared again. */
export const returnOrder = (act: PersonalAct, { orderId, version, reason, rowIds }: Returning): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const open = (await listRows(tx, [orderId])).filter(({ state }) => state === 'prepared');
    const rows = rowIds === undefined ? open : open.filter(({ id }) => rowIds.includes(id));
    if (rowIds !== undefined && rows.length < new Set(rowIds).size) throw new ApiError(409, 'changed-meanwhile');
    const isWhole = rows.length === open.length;
    const set = isWhole ? { state: 'returned' as const, returnReason: reason } : {};
    const order = await moveOrder(tx, { id: orderId, version, from: 'prepared', set });
    for (const { id, instalmentId } of rows) {
      await moveInstalment(tx, act, { instalmentId, event: 'return', reason, details: { order: order.number } });
      const back = { state: 'returned' as const, returnReason: reason, sealedNumber: null };
      await tx.update(paymentRows).set(back).where(eq(paymentRows.id, id));
    }
    await appendAudit(tx, act, {
      action: 'payment-order.returned',
      subject: { type: 'payment-order', id: orderId },
      details: { number: order.number, rows: rows.length, isWhole, reason },
    });
    const args = { number: order.number, count: String(rows.length), reason };
    await tellFinance(tx, act, {
      role: 'finance-preparer',
      key: 'payment-returned',
      args,
      link: `/payments/orders/${orderId}`,
    });
  });
