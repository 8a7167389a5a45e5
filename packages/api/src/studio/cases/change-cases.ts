import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { editableDraft } from '../drafts/change-document.ts';
import { policyDraftCases } from '../table.ts';
import { voidApprovals } from '../void-approvals.ts';
import { byOf } from '../who.ts';
import type { WorkedCase } from './contract.ts';
import { copyCases } from './copy-cases.ts';
import { listCaseRows } from './queries.ts';

const MOST_CASES = 5000;

/** A case is evidence for the approval: changing one voids it as changing the text does. */
async function begin(tx: Transaction, act: PersonalAct, draftId: string): Promise<void> {
  await voidApprovals(tx, act, await editableDraft(tx, draftId));
}

const noted = (tx: Transaction, act: PersonalAct, draftId: string, action: string, details: Record<string, unknown>) =>
  appendAudit(tx, act, { action: `policy-draft.${action}`, subject: { type: 'policy-draft', id: draftId }, details });

/** Adds worked cases (加入算例). */
export const addCases = (
  act: PersonalAct,
  draftId: string,
  cases: readonly WorkedCase[],
  isGenerated: boolean,
): Promise<string[]> =>
  withTransaction(act.database, async (tx) => {
    await begin(tx, act, draftId);
    const many = (await listCaseRows(tx, draftId)).length + cases.length;
    if (many > MOST_CASES)
      throw refuseAll('invalid-request', [
        { path: 'cases', message: message('api.studio.too-many-cases', { most: String(MOST_CASES) }) },
      ]);
    const ids = await copyCases(tx, act, draftId, cases, isGenerated);
    await noted(tx, act, draftId, 'cases-added', { cases: ids.length, isGenerated });
    return ids;
  });

interface CaseKey {
  readonly draftId: string;
  readonly caseId: string;
}

const ofKey = ({ draftId, caseId }: CaseKey) =>
  and(eq(policyDraftCases.id, caseId), eq(policyDraftCases.draftId, draftId));

/** Changes a case; what a person has written counts as confirmed. */
export const saveCase = (act: PersonalAct, key: CaseKey, content: WorkedCase): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    await begin(tx, act, key.draftId);
    const changed = await tx
      .update(policyDraftCases)
      .set({ content: JSON.stringify(content), isGenerated: false, ...byOf(act) })
      .where(ofKey(key))
      .returning({ id: policyDraftCases.id });
    if (changed.length === 0) throw new ApiError(404, 'not-found');
    await noted(tx, act, key.draftId, 'case-changed', { case: key.caseId, name: content.name });
  });

export const removeCase = (act: PersonalAct, key: CaseKey): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    await begin(tx, act, key.draftId);
    const gone = await tx.delete(policyDraftCases).where(ofKey(key)).returning({ content: policyDraftCases.content });
    if (!gone[0]) throw new ApiError(404, 'not-found');
    await noted(tx, act, key.draftId, 'case-removed', { case: key.caseId, content: JSON.parse(gone[0].content) });
  });

/** A person has looked at a case the engine made, and it is what is meant (确认算例). */
export const confirmCase = (act: PersonalAct, key: CaseKey): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    await begin(tx, act, key.draftId);
    const { by, byName, at } = byOf(act);
    const confirmed = await tx
      .update(policyDraftCases)
      .set({ confirmedAt: at, confirmedBy: by, confirmedByName: byName })
      .where(ofKey(key))
      .returning({ id: policyDraftCases.id });
    if (confirmed.length === 0) throw new ApiError(404, 'not-found');
    await noted(tx, act, key.draftId, 'case-confirmed', { case: key.caseId });
  });
