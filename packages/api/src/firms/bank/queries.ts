import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { namePeople } from '../../identity/name-people.ts';
import { firmBankAccounts } from '../table.ts';
import { CONSENT } from './consent-text.ts';
import type { BankAccountAnswer } from './contract.ts';

export type BankAccountRow = typeof firmBankAccounts.$inferSelect;

/** The account of a firm that is in use. */
export async function getBankAccount(db: Reader, firmId: string): Promise<BankAccountRow | undefined> {
  const [row] = await db
    .select()
    .from(firmBankAccounts)
    .where(and(eq(firmBankAccounts.firmId, firmId), isNull(firmBankAccounts.endedAt)));
  return row;
}

/** The account as it goes out, its number but for the last digits hidden, with the text of the consent. */
export async function describeBankAccount(db: Reader, firmId: string): Promise<BankAccountAnswer> {
  const consent = { version: CONSENT.version, text: { ...CONSENT.text } };
  const row = await getBankAccount(db, firmId);
  if (!row) return { account: null, consent };
  const names = await namePeople(db, [row.consentBy]);
  const account = {
    id: row.id,
    holder: row.holder,
    bankName: row.bankName,
    ...(row.bankCode === null ? {} : { bankCode: row.bankCode }),
    maskedNumber: `**** ${row.lastDigits}`,
    consentVersion: row.consentVersion,
    consentAt: row.consentAt,
    consentBy: names.get(row.consentBy) ?? row.consentBy,
  };
  return { account, consent };
}

/** Whether the firm still lets the number of an account be kept, in use or replaced. */
export async function isNumberKept(db: Reader, accountId: string): Promise<boolean> {
  const [row] = await db
    .select({ sealedNumber: firmBankAccounts.sealedNumber })
    .from(firmBankAccounts)
    .where(eq(firmBankAccounts.id, accountId));
  return row !== undefined && row.sealedNumber !== null;
}
