import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { editableDraft } from '../drafts/change-document.ts';
import { policyDrafts } from '../table.ts';
import { voidApprovals } from '../void-approvals.ts';

/** Gives a draft up (撤回草案); it stays readable with everything that was said about it. */
export const withdrawDraft = (act: PersonalAct, draftId: string, reason: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const row = await editableDraft(tx, draftId);
    await voidApprovals(tx, act, row);
    await tx.update(policyDrafts).set({ state: 'withdrawn', endReason: reason }).where(eq(policyDrafts.id, draftId));
    await appendAudit(tx, act, {
      action: 'policy-draft.withdrawn',
      subject: { type: 'policy-draft', id: draftId },
      details: { reason, hash: row.hash },
    });
  });
