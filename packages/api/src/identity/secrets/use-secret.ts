import { and, eq, gt } from 'drizzle-orm';
import type { Reader, Transaction } from '../../db/open-database.ts';
import { oneTimeSecrets } from '../table.ts';
import type { SecretPurpose } from './purposes.ts';

interface Tried {
  readonly purpose: SecretPurpose;
  readonly subject: string;
  readonly digest: string;
  readonly now: Date;
}

/**
 * Tries a code. The right one is used up; a wrong one costs a try, and after the last try the code is gone. Says what
 * happened instead of throwing: the try must be counted, and a throw would undo it.
 */
export async function useCode(tx: Transaction, { purpose, subject, digest, now }: Tried): Promise<UsedCode> {
  const [row] = await tx
    .select()
    .from(oneTimeSecrets)
    .where(and(eq(oneTimeSecrets.purpose, purpose), eq(oneTimeSecrets.subject, subject)));
  if (!row || row.expiresAt <= now.toISOString()) return 'expired';
  const isRight = row.digest === digest;
  const itself = eq(oneTimeSecrets.id, row.id);
  if (isRight || row.attemptsLeft <= 1) await tx.delete(oneTimeSecrets).where(itself);
  else
    await tx
      .update(oneTimeSecrets)
      .set({ attemptsLeft: row.attemptsLeft - 1 })
      .where(itself);
  return isRight ? 'right' : 'wrong';
}

export type UsedCode = 'right' | 'wrong' | 'expired';

/** What a one-time link stands for, while it is good. */
export async function findByDigest(
  db: Reader,
  purpose: SecretPurpose,
  digest: string,
  now: Date,
): Promise<{ readonly subject: string } | undefined> {
  const [row] = await db
    .select({ subject: oneTimeSecrets.subject })
    .from(oneTimeSecrets)
    .where(
      and(
        eq(oneTimeSecrets.purpose, purpose),
        eq(oneTimeSecrets.digest, digest),
        gt(oneTimeSecrets.expiresAt, now.toISOString()),
      ),
    );
  return row;
}

/** Takes a one-time link out of use. */
export async function dropSecrets(tx: Transaction, purpose: SecretPurpose, subject: string): Promise<void> {
  await tx.delete(oneTimeSecrets).where(and(eq(oneTimeSecrets.purpose, purpose), eq(oneTimeSecrets.subject, subject)));
}
