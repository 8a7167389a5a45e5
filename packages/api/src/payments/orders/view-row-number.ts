import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { SealingKey } from '../../firms/bank/sealing-key.ts';
import { ApiError } from '../../http/api-error.ts';
import { listRows } from '../queries.ts';
import { frozenNumber } from './freeze-account.ts';

/** Shows the number that stands in a row of an order in full, and notes who looked. */
export const viewRowNumber = (
  act: PersonalAct,
  sealingKey: SealingKey,
  { orderId, rowId }: { orderId: string; rowId: string },
): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const row = (await listRows(tx, [orderId])).find(({ id }) => id === rowId);
    const number = row && frozenNumber(sealingKey, row);
    if (!row || number === undefined) throw new ApiError(404, 'not-found');
    await appendAudit(tx, act, {
      action: 'payment.account-number-viewed',
      subject: { type: 'firm', id: row.firmId },
      details: { order: orderId, row: rowId },
    });
    return number;
  });
