import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { editableDraft } from '../drafts/change-document.ts';
import { legalityNotes, policyDrafts } from '../table.ts';
import { voidApprovals } from '../void-approvals.ts';
import { byOf } from '../who.ts';
import type { SaveLegality, SaveTransition } from './contract.ts';

/** Keeps the opinion of the legality review (合法性审核) on the text as it is now. */
export const saveLegality = (act: PersonalAct, draftId: string, note: SaveLegality): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const { hash } = await editableDraft(tx, draftId);
    await tx.insert(legalityNotes).values({ id: newId(), draftId, ...note, hash, ...byOf(act) });
    await appendAudit(tx, act, {
      action: 'policy-draft.legality-reviewed',
      subject: { type: 'policy-draft', id: draftId },
      details: { opinion: note.opinion, reviewer: note.reviewer, hash },
    });
  });

/** Says what becomes of drafts and cases under way (过渡办法); who approves the text approves it with it. */
export const saveTransition = (act: PersonalAct, draftId: string, rule: SaveTransition): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const row = await editableDraft(tx, draftId);
    const { by, byName, at } = byOf(act);
    await tx
      .update(policyDrafts)
      .set({
        draftsRule: rule.drafts,
        casesRule: rule.cases,
        transitionReason: rule.reason,
        transitionBy: by,
        transitionByName: byName,
        transitionAt: at,
      })
      .where(eq(policyDrafts.id, row.id));
    const isVoided = await voidApprovals(tx, act, row);
    await appendAudit(tx, act, {
      action: 'policy-draft.transition-set',
      subject: { type: 'policy-draft', id: draftId },
      details: { ...rule, voidsApproval: isVoided },
    });
  });
