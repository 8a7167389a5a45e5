import { and, asc, count, desc, eq, gt, inArray, like, lt, sum } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { OrderStateId, PaymentStateId } from './states.ts';
import { instalments, paymentOrders, paymentPlans, paymentRows, recoveries, recoveryReceipts } from './table.ts';

export type PlanRow = typeof paymentPlans.$inferSelect;
export type InstalmentRow = typeof instalments.$inferSelect;
export type OrderRow = typeof paymentOrders.$inferSelect;
export type PaymentRow = typeof paymentRows.$inferSelect;
export type RecoveryRow = typeof recoveries.$inferSelect;
export type ReceiptRow = typeof recoveryReceipts.$inferSelect;

export async function readPlan(db: Reader, applicationId: string): Promise<PlanRow | undefined> {
  const [row] = await db.select().from(paymentPlans).where(eq(paymentPlans.applicationId, applicationId));
  return row;
}

export async function readInstalment(db: Reader, id: string): Promise<InstalmentRow | undefined> {
  const [row] = await db.select().from(instalments).where(eq(instalments.id, id));
  return row;
}

/** The parts of a plan in their order. */
export const listInstalments = (db: Reader, applicationId: string): Promise<InstalmentRow[]> =>
  db.select().from(instalments).where(eq(instalments.applicationId, applicationId)).orderBy(asc(instalments.seq));

export interface InstalmentsAsked {
  readonly states: readonly PaymentStateId[];
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Instalments in these states, the longest known first. */
export const listInStates = (db: Reader, { states, after, limit }: InstalmentsAsked): Promise<InstalmentRow[]> =>
  db
    .select()
    .from(instalments)
    .where(and(inArray(instalments.state, [...states]), after === undefined ? undefined : gt(instalments.id, after)))
    .orderBy(asc(instalments.id))
    .limit(limit);

/** How many instalments are in each state, and their money. */
export async function countStates(
  db: Reader,
): Promise<readonly { state: PaymentStateId; count: number; amountFen: number }[]> {
  const { state, amountFen } = instalments;
  const rows = await db
    .select({ state, count: count(), amountFen: sum(amountFen).mapWith(Number) })
    .from(instalments)
    .groupBy(state);
  return rows;
}

export async function readOrder(db: Reader, id: string): Promise<OrderRow | undefined> {
  const [row] = await db.select().from(paymentOrders).where(eq(paymentOrders.id, id));
  return row;
}

/** Orders, the latest first; `before` is the id of the last one seen. */
export const listOrders = (
  db: Reader,
  { state, before, limit }: { state?: OrderStateId | undefined; before?: string | undefined; limit: number },
): Promise<OrderRow[]> =>
  db
    .select()
    .from(paymentOrders)
    .where(
      and(
        state === undefined ? undefined : eq(paymentOrders.state, state),
        before === undefined ? undefined : lt(paymentOrders.id, before),
      ),
    )
    .orderBy(desc(paymentOrders.id))
    .limit(limit);

/** The last number given under a prefix. */
export async function lastOrderNumber(db: Reader, start: string): Promise<string | undefined> {
  const [row] = await db
    .select({ number: paymentOrders.number })
    .from(paymentOrders)
    .where(like(paymentOrders.number, `${start}%`))
    .orderBy(desc(paymentOrders.id))
    .limit(1);
  return row?.number;
}

export const listRows = (db: Reader, orderIds: readonly string[]): Promise<PaymentRow[]> =>
  db
    .select()
    .from(paymentRows)
    .where(inArray(paymentRows.orderId, [...orderIds]))
    .orderBy(asc(paymentRows.id));

/** Every payment of a case that was ever prepared, the first one first. */
export const listRowsOfCase = (db: Reader, applicationId: string): Promise<PaymentRow[]> =>
  db.select().from(paymentRows).where(eq(paymentRows.applicationId, applicationId)).orderBy(asc(paymentRows.id));

export const listRecoveries = (db: Reader, applicationId: string): Promise<RecoveryRow[]> =>
  db.select().from(recoveries).where(eq(recoveries.applicationId, applicationId)).orderBy(asc(recoveries.id));

export async function readRecovery(db: Reader, id: string): Promise<RecoveryRow | undefined> {
  const [row] = await db.select().from(recoveries).where(eq(recoveries.id, id));
  return row;
}

export const listReceipts = (db: Reader, recoveryIds: readonly string[]): Promise<ReceiptRow[]> =>
  db
    .select()
    .from(recoveryReceipts)
    .where(inArray(recoveryReceipts.recoveryId, [...recoveryIds]))
    .orderBy(asc(recoveryReceipts.id));
