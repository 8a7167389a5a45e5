import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { getBankAccount } from './queries.ts';
import { openSealed } from './seal-text.ts';
import type { SealingKey } from './sealing-key.ts';

/** Shows the number of the account in use in full, and notes who looked. Payment batches take it the same way. */
export const viewAccountNumber = (act: PersonalAct, sealingKey: SealingKey, firmId: string): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const row = await getBankAccount(tx, firmId);
    if (!row?.sealedNumber) throw new ApiError(404, 'not-found');
    if (row.keyId !== sealingKey.id) throw new ApiError(503, 'other-data-key');
    const details = { account: row.id };
    await appendAudit(tx, act, {
      action: 'firm.account-number-viewed',
      subject: { type: 'firm', id: firmId },
      details,
    });
    return openSealed(sealingKey, row.sealedNumber, row.id);
  });
