import type { Act } from '../../audit/act.ts';
import type { Contact } from '../contact.ts';
import { findUserByContact } from '../queries.ts';
import type { Accounts } from './open-accounts.ts';
import { limitCodes, sendCode } from './send-code.ts';

/** Sends a code that lets the owner of the number or address set a new password. The answer never says whether there is one. */
export async function forgetPassword(accounts: Accounts, act: Act, contact: Contact): Promise<void> {
  const user = await findUserByContact(accounts.database.read, contact);
  if (!user || user.disabledAt !== null) return limitCodes(accounts, act, contact);
  await sendCode(accounts, act, { purpose: 'reset-password', contact, userId: user.id });
}
