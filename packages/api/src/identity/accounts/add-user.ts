import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import type { Locale } from '../../messages/say.ts';
import { addressFor, type Contact } from '../contact.ts';
import { accounts, users } from '../table.ts';

export interface NewUser {
  readonly name: string;
  readonly kind: 'firm' | 'staff';
  readonly contact: Contact;
  /** The contact was proven by a link or by the single sign-on. */
  readonly isVerified: boolean;
  readonly passwordHash?: string;
  readonly language?: Locale;
}

/** Writes a person with the password chosen; who calls it audits the act it is part of. */
export async function addUser(tx: Transaction, now: Date, user: NewUser): Promise<string> {
  const { name, kind, contact, isVerified, passwordHash, language } = user;
  const id = newId();
  const isPhone = contact.kind === 'phone';
  await tx.insert(users).values({
    id,
    name,
    kind,
    email: addressFor(contact),
    emailVerified: isVerified && !isPhone,
    phoneNumber: isPhone ? contact.value : null,
    phoneNumberVerified: isVerified && isPhone,
    ...(language === undefined ? {} : { language }),
    createdAt: now,
    updatedAt: now,
  });
  if (passwordHash !== undefined) await addPassword(tx, now, id, passwordHash);
  return id;
}

export async function addPassword(tx: Transaction, now: Date, userId: string, password: string): Promise<void> {
  await tx.insert(accounts).values({
    id: newId(),
    userId,
    // So the library knows an account with a password.
    accountId: userId,
    providerId: 'credential',
    password,
    createdAt: now,
    updatedAt: now,
  });
}
