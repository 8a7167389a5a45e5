import type { Transaction } from '../db/open-database.ts';
import type { Act } from './act.ts';
import { ALGORITHM, digestOf, GENESIS } from './entry-digest.ts';
import { auditEntries, auditHeads } from './table.ts';

export interface AuditedAct {
  /** Verb in the past, e.g. `application.submitted`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  /** What changed; never a password, a token or a bank account. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Writes one row of the audit trail in the caller's transaction. INVARIANT (audit-chain): there is one writer, so the head
 * read here is that of the row before.
 */
export async function appendAudit(tx: Transaction, act: Omit<Act, 'database'>, done: AuditedAct): Promise<void> {
  const [head] = await tx.select().from(auditHeads);
  const { actor } = act;
  const row = {
    seq: (head?.seq ?? 0) + 1,
    at: act.now.toISOString(),
    actorId: actor === 'system' ? 'system' : actor.userId,
    actorName: actor === 'system' ? 'system' : actor.name,
    action: done.action,
    subjectType: done.subject.type,
    subjectId: done.subject.id,
    details: JSON.stringify(done.details ?? {}),
    requestId: act.requestId,
    algorithm: ALGORITHM,
    previousDigest: head?.digest ?? GENESIS,
    digest: '',
  };
  const digest = digestOf(row);
  await tx.insert(auditEntries).values({ ...row, digest });
  const next = { id: 1, seq: row.seq, digest };
  await tx.insert(auditHeads).values(next).onConflictDoUpdate({ target: auditHeads.id, set: next });
}
