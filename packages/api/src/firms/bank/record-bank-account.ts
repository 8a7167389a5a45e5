import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { getFirm } from '../queries.ts';
import { firmBankAccounts } from '../table.ts';
import { CONSENT } from './consent-text.ts';
import type { BankAccountInput } from './contract.ts';
import { endBankAccount } from './end-bank-account.ts';
import { SEAL_ALGORITHM, sealText } from './seal-text.ts';
import type { SealingKey } from './sealing-key.ts';

/** Records the account of a firm under the consent given with it; the one before becomes history. */
export const recordBankAccount = (
  act: PersonalAct,
  sealingKey: SealingKey,
  firmId: string,
  { number, consentVersion, ...given }: BankAccountInput,
): Promise<void> => {
  if (consentVersion !== CONSENT.version) throw consentOutdated();
  const id = newId();
  const sealedNumber = sealText(sealingKey, number, id);
  return withTransaction(act.database, async (tx) => {
    if (!(await getFirm(tx, firmId))) throw new ApiError(404, 'not-found');
    await endBankAccount(tx, act, firmId, 'replaced');
    await tx.insert(firmBankAccounts).values({
      id,
      firmId,
      ...given,
      bankCode: given.bankCode ?? null,
      sealedNumber,
      algorithm: SEAL_ALGORITHM,
      keyId: sealingKey.id,
      lastDigits: number.slice(-4),
      consentVersion,
      consentAt: act.now.toISOString(),
      consentBy: act.actor.userId,
    });
    const details = { account: id, consentVersion };
    await appendAudit(tx, act, {
      action: 'firm.bank-account-recorded',
      subject: { type: 'firm', id: firmId },
      details,
    });
  });
};

const consentOutdated = (): ApiError =>
  refuseAll('invalid-request', [
    {
      path: 'consentVersion',
      message: message('api.detail.consent-outdated'),
      fix: message('api.fix.read-consent'),
    },
  ]);
