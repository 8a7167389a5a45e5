import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { policyDrafts } from '../table.ts';
import { voidApprovals } from '../void-approvals.ts';
import { editableDraft } from './change-document.ts';

/** Names a draft anew, or says which parks it is to apply to; a change of the parks voids an approval. */
export const setDraft = (
  act: PersonalAct,
  draftId: string,
  set: { readonly version: number; readonly title?: string; readonly parks?: readonly string[] | null },
): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const row = await editableDraft(tx, draftId);
    const { version, title, parks } = set;
    const changed = {
      ...(title === undefined ? {} : { title }),
      ...(parks === undefined ? {} : { parks: parks === null ? null : JSON.stringify(parks.toSorted()) }),
    };
    const [after] = await tx
      .update(policyDrafts)
      .set(changed)
      .where(and(eq(policyDrafts.id, row.id), eq(policyDrafts.version, version)))
      .returning({ id: policyDrafts.id });
    if (!after) throw new ApiError(409, 'changed-meanwhile');
    if (parks !== undefined) await voidApprovals(tx, act, row);
    await appendAudit(tx, act, {
      action: parks === undefined ? 'policy-draft.renamed' : 'policy-draft.scoped',
      subject: { type: 'policy-draft', id: draftId },
      details: changed,
    });
  });
