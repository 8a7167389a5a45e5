import { desc } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import type { Act } from './act.ts';
import { ALGORITHM, digestOf, GENESIS } from './entry-digest.ts';
import { auditEntries } from './table.ts';

export interface AuditedAct {
  /** Verb in the past, e.g. `application.submitted`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** What changed; never a password, a token or a bank account. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Writes one row of the audit trail in the caller's transaction. INVARIANT (audit-chain): there is one writer, so the last
 * row read here is the row before.
 */
export async function appendAudit(tx: Transaction, act: Omit<Act, 'database'>, done: AuditedAct): Promise<void> {
  const [last] = await tx
    .select({ seq: auditEntries.seq, digest: auditEntries.digest })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1);
  const { actor } = act;
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: act.now.toISOString(),
    actorId: actor === 'system' ? 'system' : actor.userId,
    actorName: actor === 'system' ? 'system' : actor.name,
    action: done.action,
    subjectType: done.subject.type,
    subjectId: done.subject.id,
    details: JSON.stringify(done.details ?? {}),
    requestId: act.requestId,
    algorithm: ALGORITHM,
    previousDigest: last?.digest ?? GENESIS,
    digest: '',
  };
  await tx.insert(auditEntries).values({ ...row, digest: digestOf(row) });
}
