import { dayOf, formatDay, type PolicyDoc } from '@tidu/rules';
import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database, Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { changesBetween } from '../checks/compare-texts.ts';
import type { StudioChange } from '../checks/contract.ts';
import { editableDraft } from '../drafts/change-document.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import type { StudioDraftRow } from '../drafts/queries.ts';
import { asPolicy, readableDoc } from '../readable-doc.ts';
import { policyConsultations, policyDrafts } from '../table.ts';
import { readText } from '../texts.ts';
import { byOf } from '../who.ts';
import type { OpenConsultation } from './contract.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/** As the law wants it where nothing else is said (优化营商环境条例 art. 62). */
const DAYS = 30;
const after = (day: string, days: number): string => formatDay(dayOf(day) + days);

/** Opens the text to everyone's comments (公开征求意见), frozen as it is now; or records why it is not. */
export async function openConsultation(act: WholeAct, draftId: string, asked: OpenConsultation): Promise<void> {
  const today = dayInChina(act.now);
  const draft = await findDraft(act.database.read, draftId);
  const doc = readableDoc(draft);
  const period = asked.kind === 'public' ? periodOf(asked, today) : undefined;
  const changes = await changesFromBase(act.database, draft, doc);
  await withTransaction(act.database, async (tx) => {
    const row = await editableDraft(tx, draftId);
    if (row.hash !== draft.hash) throw new ApiError(409, 'changed-meanwhile');
    await insert(tx, act, row, asked, period, changes);
    const state = asked.kind === 'public' ? 'in-consultation' : row.state;
    const [moved] = await tx
      .update(policyDrafts)
      .set({ state })
      .where(and(eq(policyDrafts.id, draftId), eq(policyDrafts.state, row.state)))
      .returning({ id: policyDrafts.id });
    if (!moved || row.state === 'approved') throw new ApiError(409, 'changed-meanwhile');
    await appendAudit(tx, act, {
      action: asked.kind === 'public' ? 'policy-draft.consultation-opened' : 'policy-draft.consultation-waived',
      subject: { type: 'policy-draft', id: draftId },
      details: { hash: row.hash, ...(period ?? {}), ...(asked.kind === 'exempt' ? { reason: asked.reason } : {}) },
    });
  });
}

function periodOf(
  { opensOn: from, closesOn: to, shortReason }: Extract<OpenConsultation, { kind: 'public' }>,
  today: string,
): { readonly opensOn: string; readonly closesOn: string } {
  const opensOn = from ?? today;
  const closesOn = to ?? after(opensOn, DAYS);
  const wrong = (path: string, what: string) => ({
    path,
    message: message(`api.studio.${what}`),
    fix: message(`api.fix.studio.${what}`),
  });
  const problems = [
    ...(opensOn < today ? [wrong('opensOn', 'opens-in-the-past')] : []),
    ...(closesOn < opensOn ? [wrong('closesOn', 'closes-first')] : []),
    ...(closesOn < after(opensOn, DAYS) && shortReason === undefined ? [wrong('shortReason', 'short-period')] : []),
  ];
  if (problems.length > 0) throw refuseAll('invalid-request', problems);
  return { opensOn, closesOn };
}

/** What changes against the text it came from; nothing for a policy that is new. */
export async function changesFromBase(
  database: Database,
  { base }: StudioDraftRow,
  doc: PolicyDoc,
): Promise<readonly StudioChange[]> {
  if (base === null) return [];
  return changesBetween(asPolicy((await readText(database.read, base)).document), doc);
}

async function insert(
  tx: Transaction,
  act: PersonalAct,
  { id: draftId, document, hash }: StudioDraftRow,
  asked: OpenConsultation,
  period: { readonly opensOn: string; readonly closesOn: string } | undefined,
  changes: readonly StudioChange[],
): Promise<void> {
  const frozen = { id: newId(), draftId, document, hash, changes: JSON.stringify(changes), ...byOf(act) };
  const own =
    asked.kind === 'exempt'
      ? { kind: asked.kind, reason: asked.reason }
      : {
          kind: asked.kind,
          title: JSON.stringify(asked.title),
          text: JSON.stringify(asked.text),
          contact: asked.contact,
          reason: asked.shortReason ?? null,
          ...period,
        };
  await tx.insert(policyConsultations).values({ ...frozen, ...own });
}
