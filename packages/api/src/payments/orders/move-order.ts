import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { type OrderRow, readOrder } from '../queries.ts';
import { paymentOrders } from '../table.ts';

interface OrderMove {
  readonly id: string;
  readonly version: number;
  readonly from: OrderRow['state'];
  readonly set: Partial<typeof paymentOrders.$inferInsert>;
}

/** Changes an order that is still as the person saw it; of two at the same moment one goes through, the other gets 409. */
export async function moveOrder(tx: Transaction, { id, version, from, set }: OrderMove): Promise<OrderRow> {
  if (!(await readOrder(tx, id))) throw new ApiError(404, 'not-found');
  const [after] = await tx
    .update(paymentOrders)
    .set({ ...set, version: version + 1 })
    .where(and(eq(paymentOrders.id, id), eq(paymentOrders.state, from), eq(paymentOrders.version, version)))
    .returning();
  if (!after) throw new ApiError(409, 'changed-meanwhile');
  return after;
}
