import { and, eq } from 'drizzle-orm';
import { usageByPolicy } from '../../applications/under-policy.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database, Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { listParks } from '../../firms/queries.ts';
import { ApiError } from '../../http/api-error.ts';
import { holdersOf } from '../../identity/queries.ts';
import { notify } from '../../notifications/notify.ts';
import { publishVersion } from '../../policies/publish-version.ts';
import type { StudioChange } from '../checks/contract.ts';
import { lastConsultation } from '../consultations/queries.ts';
import { asPublished } from '../document-hash.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { listEditors, type StudioDraftRow } from '../drafts/queries.ts';
import { asPolicy } from '../readable-doc.ts';
import { policyDrafts, policyNotices } from '../table.ts';
import { documentOf, parksOf } from '../texts.ts';
import type { PublishedPolicy } from './contract.ts';
import { blockedBy, ownDraft } from './decide-draft.ts';
import { findBlockers } from './find-blockers.ts';
import { labelOf } from './label-of.ts';
import type { NoticeContent } from './notice-content.ts';
import { changesFromBase } from './open-consultation.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/**
 * Publishes the approved text (公布): from its first day on it decides self-checks, evaluations and applications, without a
 * restart. The version before ends the day before; its text stays, so that every receipt can be replayed.
 */
export async function publishDraft(act: WholeAct, draftId: string, hash: string): Promise<PublishedPolicy> {
  const { read } = act.database;
  const draft = await findDraft(read, draftId);
  if (draft.hash !== hash) throw new ApiError(409, 'changed-meanwhile');
  if (draft.publishedAt !== null) throw new ApiError(409, 'studio.already-published');
  if ((await listEditors(read, draftId)).includes(act.actor.userId)) throw ownDraft();
  const blockers = await findBlockers(read, draft, dayInChina(act.now));
  if (blockers.length > 0) throw blockedBy(blockers);
  const doc = asPolicy(asPublished(documentOf(draft)));
  const changes = await changesFromBase(act.database, draft, doc);
  const usage = await usageByPolicy(read);
  return withTransaction(act.database, async (tx) => {
    const ended = await publishVersion(tx, { doc, hash, parks: parksOf(draft) }, act.now);
    const { from } = doc.inForce;
    const [row] = await tx
      .update(policyDrafts)
      .set({ state: 'scheduled', publishedAt: act.now.toISOString(), inForceFrom: from })
      .where(and(eq(policyDrafts.id, draftId), eq(policyDrafts.hash, hash), eq(policyDrafts.state, 'approved')))
      .returning();
    if (!row) throw new ApiError(409, 'changed-meanwhile');
    const noticeId = await announce(tx, act, row, doc, changes);
    const touched = ended.map((each) => usage(each.hash));
    await appendAudit(tx, act, {
      action: 'policy.published',
      subject: { type: 'policy', id: doc.id },
      details: {
        ...{ draft: draftId, inForceFrom: from, hash, notice: noticeId },
        ends: ended.map((each) => each.doc.inForce.from),
        drafts: touched.reduce((sum, each) => sum + each.drafts, 0),
        casesInFlight: touched.reduce((sum, each) => sum + each.casesInFlight, 0),
      },
    });
    return { policyId: doc.id, inForceFrom: from, hash, state: row.state, noticeId };
  });
}

/** The parks a version is for, by name; null for the whole zone. */
async function scopeOf(tx: Transaction, draft: StudioDraftRow): Promise<NoticeContent['scope']> {
  const parks = parksOf(draft);
  if (!parks) return null;
  const all = await listParks(tx);
  return parks.map((id): Record<string, string> => {
    const park = all.find((each) => each.id === id);
    return park ? { 'zh-CN': park.label, en: park.labelEn } : { 'zh-CN': id };
  });
}

async function announce(
  tx: Transaction,
  act: PersonalAct,
  draft: StudioDraftRow,
  doc: ReturnType<typeof asPolicy>,
  changes: readonly StudioChange[],
): Promise<string> {
  const consultation = await lastConsultation(tx, draft.id);
  const { draftsRule, casesRule, transitionReason } = draft;
  const content: NoticeContent = {
    label: { ...(doc.label ?? { 'zh-CN': doc.id }) },
    version: doc.version,
    hash: draft.hash,
    parks: parksOf(draft),
    scope: await scopeOf(tx, draft),
    transition:
      draftsRule && casesRule ? { drafts: draftsRule, cases: casesRule, reason: transitionReason ?? '' } : null,
    consultationId: consultation?.kind === 'public' ? consultation.id : null,
    exemption: consultation?.kind === 'exempt' ? consultation.reason : null,
    isRollback: draft.rollbackReason !== null,
    rollbackReason: draft.rollbackReason,
    changes: [...changes],
    fairness: (doc.fairness ?? []).map(({ of, reason, until }) => {
      const label = labelOf(doc, of);
      return { of, ...(label ? { label } : {}), reason: { ...reason }, until };
    }),
  };
  const id = newId();
  await tx.insert(policyNotices).values({
    id,
    draftId: draft.id,
    policyId: doc.id,
    inForceFrom: doc.inForce.from,
    publishedOn: dayInChina(act.now),
    content: JSON.stringify(content),
  });
  const staff = ['policy-editor', 'policy-approver', 'intake-clerk', 'decision-maker'] as const;
  const to = (await Promise.all(staff.map((role) => holdersOf(tx, role)))).flat();
  await notify(tx, act, {
    to: to.filter((userId) => userId !== act.actor.userId),
    key: 'policy.published',
    args: { policy: content.label['zh-CN'] ?? doc.id, from: doc.inForce.from },
    link: `/policy-notices/${id}`,
  });
  return id;
}
