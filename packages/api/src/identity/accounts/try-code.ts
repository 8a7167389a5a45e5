import type { Transaction } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Contact } from '../contact.ts';
import { findUserByContact, type User } from '../queries.ts';
import { digestSecret } from '../secrets/digest-secret.ts';
import { type UsedCode, useCode } from '../secrets/use-secret.ts';
import type { Accounts } from './open-accounts.ts';

interface TypedCode {
  readonly purpose: 'verify-contact' | 'reset-password';
  readonly contact: Contact;
  readonly code: string;
}

/** Tries a code against the account of a number or address. An account that does not exist has no code. */
export async function tryCode(
  tx: Transaction,
  { secret }: Accounts,
  now: Date,
  { purpose, contact, code }: TypedCode,
): Promise<{ readonly user: User | undefined; readonly used: UsedCode }> {
  const user = await findUserByContact(tx, contact);
  if (!user) return { user, used: 'expired' };
  const digest = digestSecret(secret, purpose, user.id, code.trim());
  return { user, used: await useCode(tx, { purpose, subject: user.id, digest, now }) };
}

/** Outside the transaction, which has counted the try. */
export function refuseCode(used: UsedCode): void {
  if (used === 'right') return;
  throw new ApiError(422, used === 'wrong' ? 'wrong-code' : 'code-expired', {
    details: [{ path: 'code', message: { key: `api.${used === 'wrong' ? 'wrong-code' : 'code-expired'}`, args: {} } }],
  });
}
