import { dayOf } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import { listDraftsUnder, listUndecidedUnder } from '../../applications/under-policy.ts';
import type { Reader } from '../../db/open-database.ts';
import type { Actor } from '../../identity/actor.ts';
import { message } from '../../messages/say.ts';
import { checkDraft } from '../checks/check-draft.ts';
import { countComments, lastConsultation } from '../consultations/queries.ts';
import { EDITABLE } from '../draft-states.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { listEditors, type StudioDraftRow } from '../drafts/queries.ts';
import { permittedActions } from '../permitted.ts';
import { tellBoth } from '../tell.ts';
import { documentOf } from '../texts.ts';
import { personOf, personOrNull } from '../who.ts';
import { affectedHashes } from './affected.ts';
import type { FairnessItem, PathToForce, StudioApproval } from './contract.ts';
import { type Blocker, findBlockers, isFairness } from './find-blockers.ts';
import { labelOf } from './label-of.ts';
import { type ApprovalRow, lastLegality, listApprovals, listFairness } from './queries.ts';

/** Everything between a draft and force: what has been done, what is missing, and what the person may do. */
export async function describeForce(db: Reader, actor: Actor, draftId: string, today: string): Promise<PathToForce> {
  const draft = await findDraft(db, draftId);
  const { state, hash, version, base } = draft;
  const inForce = documentOf(draft).inForce as { from?: string; to?: string } | undefined;
  const blockers = EDITABLE.includes(state) ? await findBlockers(db, draft, today) : [];
  const isEditor = (await listEditors(db, draftId)).includes(actor.userId);
  return {
    ...{ draftId, state, hash, version, base },
    inForceFrom: inForce?.from ?? null,
    inForceTo: inForce?.to ?? null,
    blockers: blockers.map(describeBlocker),
    consultation: await describeConsultation(db, draftId, today),
    fairness: await describeFairness(db, draft),
    legality: await describeLegality(db, draftId),
    transition: await describeTransition(db, draft),
    approvals: (await listApprovals(db, draftId)).map((row) => describeApproval(row, hash)),
    permitted: permittedActions(actor, state, isEditor),
  };
}

const describeBlocker = ({ code, stage, path, args }: Blocker): PathToForce['blockers'][number] => ({
  code,
  stage,
  path,
  text: tellBoth(message(`api.studio.blocker.${code}`, args)),
  fix: tellBoth(message(`api.fix.studio.blocker.${code}`, args)),
});

async function describeConsultation(db: Reader, draftId: string, today: string): Promise<PathToForce['consultation']> {
  const row = await lastConsultation(db, draftId);
  if (!row) return null;
  const { id, hash } = row;
  const by = personOf(row);
  if (row.kind === 'exempt') return { kind: 'exempt', id, reason: row.reason ?? '', by };
  const [opensOn, closesOn] = [row.opensOn ?? today, row.closesOn ?? today];
  const { all, unanswered } = (await countComments(db, [id]))(id);
  const daysLeft = Math.max(0, dayOf(closesOn) - dayOf(today) + 1);
  return {
    kind: 'public',
    id,
    opensOn,
    closesOn,
    daysLeft,
    isOver: today > closesOn,
    comments: all,
    unanswered,
    hash,
    by,
  };
}

async function describeFairness(db: Reader, draft: StudioDraftRow): Promise<FairnessItem[]> {
  const parsed = parsePolicy(documentOf(draft));
  if (!parsed.ok) return [];
  const reviews = await listFairness(db, draft.id);
  const open = (await checkDraft(db, draft)).findings.filter(({ code }) => isFairness(code));
  const noted = (parsed.doc.fairness ?? []).filter(({ of }) => !open.some(({ node }) => node === of));
  const item = (of: string, code: string, path: string, text: FairnessItem['text']): FairnessItem => {
    const label = labelOf(parsed.doc, of);
    const row = reviews.get(of);
    const note = parsed.doc.fairness?.find((each) => each.of === of);
    const review = note && {
      article10: row?.article10 ?? null,
      reason: { ...note.reason },
      until: note.until,
      by: row ? personOf(row) : personOf({ by: draft.updatedBy, byName: draft.updatedByName, at: draft.updatedAt }),
    };
    return { of, code, path, ...(label ? { label } : {}), text, review: review ?? null };
  };
  return [
    ...open.map(({ node, code, path, text }) => item(node ?? path, code, path, text)),
    ...noted.map(({ of }, i) =>
      item(of, 'recorded', `fairness.${i}`, tellBoth(message('api.studio.fairness-recorded'))),
    ),
  ];
}

async function describeLegality(db: Reader, draftId: string): Promise<PathToForce['legality']> {
  const row = await lastLegality(db, draftId);
  if (!row) return null;
  const { opinion, reviewer, text, on, hash } = row;
  return { opinion, reviewer, text, on, hash, by: personOf(row) };
}

async function describeTransition(db: Reader, draft: StudioDraftRow): Promise<PathToForce['transition']> {
  const { draftsRule, casesRule, transitionReason, transitionBy, transitionByName, transitionAt } = draft;
  const by = personOrNull(transitionBy, transitionByName, transitionAt);
  const rule =
    draftsRule && casesRule && by ? { drafts: draftsRule, cases: casesRule, reason: transitionReason ?? '', by } : null;
  const hashes = await affectedHashes(db, draft);
  const [drafts, cases] = [await listDraftsUnder(db, hashes), await listUndecidedUnder(db, hashes)];
  return { rule, firmDrafts: drafts.length, casesInFlight: cases.length };
}

export const describeApproval = (row: ApprovalRow, hash: string): StudioApproval => ({
  id: row.id,
  decision: row.decision,
  hash: row.hash,
  note: row.note,
  by: personOf(row),
  isVoid: row.voidedAt !== null || row.hash !== hash,
  changes: JSON.parse(row.changes) as StudioApproval['changes'],
});
