import type { BankAccountRow } from '../../firms/bank/queries.ts';
import { openSealed, SEAL_ALGORITHM, sealText } from '../../firms/bank/seal-text.ts';
import type { SealingKey } from '../../firms/bank/sealing-key.ts';
import { ApiError } from '../../http/api-error.ts';

/** An account as it is now, its number sealed anew and bound to the row it is kept in. */
export function freezeAccount(sealingKey: SealingKey, account: BankAccountRow, boundTo: string) {
  if (account.sealedNumber === null) throw new ApiError(409, 'changed-meanwhile');
  if (account.keyId !== sealingKey.id) throw new ApiError(503, 'other-data-key');
  const number = openSealed(sealingKey, account.sealedNumber, account.id);
  return {
    accountId: account.id,
    holder: account.holder,
    bankName: account.bankName,
    bankCode: account.bankCode,
    lastDigits: account.lastDigits,
    sealedNumber: sealText(sealingKey, number, boundTo),
    algorithm: SEAL_ALGORITHM,
    keyId: sealingKey.id,
    consentVersion: account.consentVersion,
    consentAt: account.consentAt,
  };
}

interface Frozen {
  readonly id: string;
  readonly sealedNumber: string | null;
  readonly keyId: string;
}

/** The number that was frozen in a row; nothing where it was wiped. */
export function frozenNumber(sealingKey: SealingKey, { id, sealedNumber, keyId }: Frozen): string | undefined {
  if (sealedNumber === null) return undefined;
  if (keyId !== sealingKey.id) throw new ApiError(503, 'other-data-key');
  return openSealed(sealingKey, sealedNumber, id);
}
