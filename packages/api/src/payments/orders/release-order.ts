import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, type Detail } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { moveInstalment } from '../move-instalment.ts';
import { listRows, type PaymentRow } from '../queries.ts';
import { paymentRows } from '../table.ts';
import { tellFirm } from '../tell-payment.ts';
import { moveOrder } from './move-order.ts';

interface Releasing {
  readonly orderId: string;
  readonly version: number;
}

/**
 * Releases an order to the bank (复核放行), by another person than the one who prepared it. All of it or nothing: a row that
 * may not be paid is told, with its place, and can be sent back alone.
 */
export const releaseOrder = (act: PersonalAct, { orderId, version }: Releasing): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const { userId: releasedBy, name: releasedByName } = act.actor;
    const set = { state: 'released' as const, releasedAt: act.now.toISOString(), releasedBy, releasedByName };
    const order = await moveOrder(tx, { id: orderId, version, from: 'prepared', set });
    const rows = (await listRows(tx, [orderId])).filter(({ state }) => state === 'prepared');
    const refused: Detail[] = [];
    for (const [i, row] of rows.entries())
      refused.push(...(await releaseRow(tx, act, row, order.number)).map((each) => ({ ...each, path: `rows.${i}` })));
    if (refused.length > 0)
      throw new ApiError(412, 'conditions-not-met', { args: { count: String(refused.length) }, details: refused });
    const total = yuanText(rows.reduce((sum, { amountFen }) => sum + amountFen, 0));
    await appendAudit(tx, act, {
      action: 'payment-order.released',
      subject: { type: 'payment-order', id: orderId },
      details: { number: order.number, rows: rows.length, total },
    });
  });

async function releaseRow(
  tx: Transaction,
  act: PersonalAct,
  row: PaymentRow,
  number: string,
): Promise<readonly Detail[]> {
  try {
    const { instalmentId, accountId } = row;
    const details = { order: number };
    const { around } = await moveInstalment(tx, act, { instalmentId, event: 'release', accountId, details });
    await tx.update(paymentRows).set({ state: 'released' }).where(eq(paymentRows.id, row.id));
    await tellFirm(tx, act, around.application, 'released', { amount: yuanText(row.amountFen) });
    return [];
  } catch (error) {
    // What was written before is undone with the transaction, which ends in a refusal.
    if (error instanceof ApiError && error.status === 412) return error.extras.details ?? [];
    throw error;
  }
}
