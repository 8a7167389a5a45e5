import { eq } from 'drizzle-orm';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import type { Contact } from './contract.ts';
import { firmContacts } from './table.ts';

/** Puts the whole list of contacts in place of the one before; the caller audits the change of the profile. */
export async function writeContacts(tx: Transaction, firmId: string, contacts: readonly Contact[]): Promise<void> {
  await tx.delete(firmContacts).where(eq(firmContacts.firmId, firmId));
  if (contacts.length === 0) return;
  await tx.insert(firmContacts).values(
    contacts.map(({ name, duty, phone, email }, position) => ({
      id: newId(),
      firmId,
      position,
      name,
      duty: duty ?? null,
      phone,
      email: email ?? null,
    })),
  );
}
