import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Contact } from '../contact.ts';
import { findUserByContact, isVerified, passwordHashOf, type User } from '../queries.ts';
import { factorKey, limitAttempts } from '../sign-in/limit-attempts.ts';
import { clearAttempts } from '../sign-in/reserve-attempt.ts';
import type { Accounts } from './open-accounts.ts';
import { limitCodes, writeCode } from './send-code.ts';
import { tellOwner } from './tell-owner.ts';

interface NewContact {
  readonly contact: Contact;
  readonly password: string;
  readonly client: string;
}

/**
 * Sends a code to a new number or address of one's own, after the password was shown again. Where it belongs to another
 * account, its owner is told instead and the answer is the same.
 */
export async function sendContactCode(
  accounts: Accounts,
  act: PersonalAct,
  user: User,
  { contact, password, client }: NewContact,
): Promise<void> {
  await requirePassword(accounts, act, user, password, client);
  if (contact.value === user.email || contact.value === user.phoneNumber) throw new ApiError(409, 'contact-yours');
  await limitCodes(accounts, act, contact);
  await withTransaction(accounts.database, async (tx) => {
    const known = await findUserByContact(tx, contact);
    if (known && isVerified(known)) return tellOwner(tx, act, known, contact);
    await writeCode(tx, accounts, act, { purpose: 'change-contact', contact, userId: user.id });
  });
}

/** Who comes by single sign-on has no password here, and their address is kept there. */
async function requirePassword(accounts: Accounts, act: PersonalAct, user: User, password: string, client: string) {
  const hash = await passwordHashOf(accounts.database.read, user.id);
  if (hash === undefined) throw new ApiError(409, 'contact-from-sso');
  const key = factorKey(user.id);
  await limitAttempts(accounts, { act, key, client, contact: user.email, user });
  const { password: hashing } = await accounts.auth.$context;
  if (!(await hashing.verify({ hash, password }))) throw new ApiError(422, 'wrong-password');
  await withTransaction(accounts.database, (tx) => clearAttempts(tx, [key]));
}
