import { and, eq } from 'drizzle-orm';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { oneTimeSecrets } from '../table.ts';
import type { SecretPurpose } from './purposes.ts';

interface Issued {
  readonly purpose: SecretPurpose;
  readonly subject: string;
  readonly digest: string;
  readonly now: Date;
  readonly minutes: number;
  /** How often a wrong value may be tried; a link is found by its digest and needs no tries. */
  readonly tries: number;
}

/** Keeps the digest of a new code or link; the one before, for the same purpose and subject, no longer works. */
export async function issueSecret(tx: Transaction, issued: Issued): Promise<void> {
  const { purpose, subject, digest, now, minutes, tries } = issued;
  await tx.delete(oneTimeSecrets).where(and(eq(oneTimeSecrets.purpose, purpose), eq(oneTimeSecrets.subject, subject)));
  await tx.insert(oneTimeSecrets).values({
    id: newId(),
    purpose,
    subject,
    digest,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
    attemptsLeft: tries,
  });
}
