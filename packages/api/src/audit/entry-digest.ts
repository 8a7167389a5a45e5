import { createHash } from 'node:crypto';
import { canonicalJson } from '@tidu/rules';
import type { auditEntries } from './table.ts';

export type AuditEntry = typeof auditEntries.$inferSelect;

/** Stands beside every digest, so that it can change (SM3) and old rows still verify. */
export const ALGORITHM = 'sha256';
export const GENESIS = '0'.repeat(64);

/** The digest of a row: over everything in it and the digest of the row before. */
export function digestOf({ digest: _, ...row }: AuditEntry): string {
  return createHash(row.algorithm).update(canonicalJson(row)).digest('hex');
}
