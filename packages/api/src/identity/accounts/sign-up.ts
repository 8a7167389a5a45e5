import { eq } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { Locale } from '../../messages/say.ts';
import type { Contact } from '../contact.ts';
import { maskContact } from '../mask.ts';
import { findUserByContact, isVerified } from '../queries.ts';
import { checkPassword } from '../sign-in/password-rules.ts';
import { users } from '../table.ts';
import { addUser } from './add-user.ts';
import type { Accounts } from './open-accounts.ts';
import { limitCodes, writeCode } from './send-code.ts';
import { setPassword } from './set-password.ts';
import { tellOwner } from './tell-owner.ts';

export interface SignUp {
  readonly name: string;
  readonly contact: Contact;
  readonly password: string;
  /** That of the page: mails to the person are written in it. */
  readonly language: Locale;
}

/**
 * A firm's person opens an account; a code proves the number or address. Whether there was an account already is told to
 * its owner alone, by mail: the answer is the same.
 */
export async function signUp(
  accounts: Accounts,
  act: Act,
  { name, contact, password, language }: SignUp,
): Promise<void> {
  checkPassword(password, [name, contact.value], accounts.settings);
  await limitCodes(accounts, act, contact);
  const { password: hashing } = await accounts.auth.$context;
  const passwordHash = await hashing.hash(password);
  await withTransaction(accounts.database, async (tx) => {
    const known = await findUserByContact(tx, contact);
    if (known && isVerified(known)) return tellOwner(tx, act, known, contact);
    const userId =
      known?.id ??
      (await addUser(tx, act.now, { name, contact, kind: 'firm', isVerified: false, passwordHash, language }));
    // Nobody has proven this address yet, so whoever comes last may say the name and the password.
    if (known) {
      await tx.update(users).set({ name, language, updatedAt: act.now }).where(eq(users.id, known.id));
      await setPassword(tx, act.now, known.id, passwordHash);
    }
    await appendAudit(tx, act, {
      action: 'account.opened',
      subject: { type: 'user', id: userId },
      details: { contact: maskContact(contact.value) },
    });
    await writeCode(tx, accounts, act, { purpose: 'verify-contact', contact, userId });
  });
}
