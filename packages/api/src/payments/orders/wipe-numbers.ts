import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '../../db/open-database.ts';
import { paymentRows } from '../table.ts';

/**
 * Wipes the numbers of a firm that has withdrawn its consent, but for payments the bank has not answered yet: those go when
 * their result is recorded. The last digits stay, so that a voucher still says where the money went.
 */
export async function wipeNumbers(tx: Transaction, firmId: string): Promise<void> {
  await tx
    .update(paymentRows)
    .set({ sealedNumber: null })
    .where(and(eq(paymentRows.firmId, firmId), ne(paymentRows.state, 'released')));
}
