import { hashOf } from '@tidu/rules';
import { and, eq, max } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { SchemeDocument } from './scheme.ts';
import { schemes } from './table.ts';

interface Saved {
  readonly revision: number;
  readonly hash: string;
}

/**
 * Saves the draft of the next revision (起草). `basedOn` is the draft the person started from: where somebody else has
 * saved since, nothing is overwritten. A published revision is never touched.
 */
export const saveScheme = (act: PersonalAct, document: SchemeDocument, basedOn: string | null): Promise<Saved> =>
  withTransaction(act.database, async (tx) => {
    const { id } = document;
    const draft = await readDraft(tx, id);
    if ((draft?.hash ?? null) !== basedOn) throw new ApiError(409, 'changed-meanwhile');
    const hash = hashOf(document);
    const values = {
      document: JSON.stringify(document),
      hash,
      savedAt: act.now.toISOString(),
      savedBy: act.actor.userId,
      savedByName: act.actor.name,
    };
    const revision = draft?.revision ?? (await nextRevision(tx, id));
    if (draft)
      await tx
        .update(schemes)
        .set(values)
        .where(and(eq(schemes.id, id), eq(schemes.revision, revision)));
    else await tx.insert(schemes).values({ ...values, id, revision, status: 'draft' });
    await appendAudit(tx, act, {
      action: 'scheme.drafted',
      subject: { type: 'scheme', id },
      details: { revision, hash },
    });
    return { revision, hash };
  });

export async function readDraft(tx: Transaction, id: string) {
  const [row] = await tx
    .select()
    .from(schemes)
    .where(and(eq(schemes.id, id), eq(schemes.status, 'draft')));
  return row;
}

async function nextRevision(tx: Transaction, id: string): Promise<number> {
  const [last] = await tx
    .select({ revision: max(schemes.revision) })
    .from(schemes)
    .where(eq(schemes.id, id));
  return (last?.revision ?? 0) + 1;
}
