import { and, eq, isNotNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { wipeNumbers } from '../../payments/orders/wipe-numbers.ts';
import { firmBankAccounts } from '../table.ts';
import { endBankAccount } from './end-bank-account.ts';

/** Withdraws the consent: the account is out of use, and the numbers of all accounts the firm ever gave are wiped. */
export const withdrawConsent = (act: PersonalAct, firmId: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const account = await endBankAccount(tx, act, firmId, 'consent-withdrawn');
    if (account === undefined) throw new ApiError(404, 'not-found');
    await tx
      .update(firmBankAccounts)
      .set({ sealedNumber: null })
      .where(and(eq(firmBankAccounts.firmId, firmId), isNotNull(firmBankAccounts.sealedNumber)));
    await wipeNumbers(tx, firmId);
    const details = { account };
    await appendAudit(tx, act, {
      action: 'firm.bank-consent-withdrawn',
      subject: { type: 'firm', id: firmId },
      details,
    });
  });
