import { and, eq, inArray } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { notify } from '../../notifications/notify.ts';
import { listCaseRows } from '../cases/queries.ts';
import { EDITABLE } from '../draft-states.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { listEditors, type StudioDraftRow } from '../drafts/queries.ts';
import { readableDoc } from '../readable-doc.ts';
import { policyApprovals, policyDrafts } from '../table.ts';
import { voidApprovals } from '../void-approvals.ts';
import { byOf } from '../who.ts';
import { type Blocker, findBlockers } from './find-blockers.ts';
import { changesFromBase } from './open-consultation.ts';

type WholeAct = PersonalAct & { readonly database: Database };

interface Decision {
  readonly hash: string;
  readonly decision: 'approve' | 'return';
  readonly note: string;
}

/**
 * Approves or returns exactly the text that was read (审批), by somebody who has written nothing of it. The changes seen are kept
 * with the decision. INVARIANT (second-person): nobody approves what they have written.
 */
export async function decideDraft(act: WholeAct, draftId: string, { hash, decision, note }: Decision): Promise<void> {
  const { read } = act.database;
  const draft = await findDraft(read, draftId);
  if (draft.hash !== hash) throw new ApiError(409, 'changed-meanwhile');
  const writers = [...(await listEditors(read, draftId)), ...(await listCaseRows(read, draftId)).map(({ by }) => by)];
  if (writers.includes(act.actor.userId)) throw ownDraft();
  if (decision === 'approve') {
    const blockers = (await findBlockers(read, draft, dayInChina(act.now))).filter(({ stage }) => stage === 'approve');
    if (blockers.length > 0) throw blockedBy(blockers);
  }
  const changes = JSON.stringify(await changesFromBase(act.database, draft, readableDoc(draft)));
  await withTransaction(act.database, async (tx) => {
    if (decision === 'return') await voidApprovals(tx, act, draft);
    await tx.insert(policyApprovals).values({ id: newId(), draftId, decision, hash, note, changes, ...byOf(act) });
    const state = decision === 'approve' ? ('approved' as const) : ('draft' as const);
    const [moved] = await tx
      .update(policyDrafts)
      .set({ state })
      .where(unchanged(draft))
      .returning({ id: policyDrafts.id });
    if (!moved) throw new ApiError(409, 'changed-meanwhile');
    await appendAudit(tx, act, {
      action: decision === 'approve' ? 'policy-draft.approved' : 'policy-draft.returned',
      subject: { type: 'policy-draft', id: draftId },
      details: { hash, version: draft.version, note, writers: [...new Set(writers)] },
    });
    await notify(tx, act, {
      to: [draft.createdBy, draft.updatedBy],
      key: decision === 'approve' ? 'policy-draft.approved' : 'policy-draft.returned',
      args: { title: draft.title, name: act.actor.name },
      link: `/studio/drafts/${draftId}`,
    });
  });
}

const unchanged = ({ id, version, hash, draftsRule, casesRule }: StudioDraftRow) =>
  and(
    eq(policyDrafts.id, id),
    eq(policyDrafts.version, version),
    eq(policyDrafts.hash, hash),
    ...(draftsRule === null ? [] : [eq(policyDrafts.draftsRule, draftsRule)]),
    ...(casesRule === null ? [] : [eq(policyDrafts.casesRule, casesRule)]),
    inArray(policyDrafts.state, [...EDITABLE]),
  );

export const ownDraft = (): ApiError =>
  new ApiError(412, 'conditions-not-met', {
    args: { count: '1' },
    details: [{ path: 'different-person', message: message('api.studio.own-draft') }],
  });

/** The blockers as the details of a refusal, in the words of the path to force. */
export const blockedBy = (blockers: readonly Blocker[]): ApiError =>
  new ApiError(412, 'conditions-not-met', {
    args: { count: String(blockers.length) },
    details: blockers.map(({ code, args }) => ({
      path: code,
      message: message(`api.studio.blocker.${code}`, args),
      fix: message(`api.fix.studio.blocker.${code}`, args),
    })),
  });
