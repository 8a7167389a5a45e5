import type { PersonalAct } from '../../audit/act.ts';
import { dayInChina, timeInChina } from '../../day-in-china.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Locale } from '../../messages/say.ts';
import { fenOfText } from '../../money-text.ts';
import { changeState } from '../change-state.ts';
import { standingOf } from '../drafts/draft-change.ts';
import { type OpenDraft, openDraft } from '../drafts/open-draft.ts';
import { CERTIFIERS, ownCase } from '../own-case.ts';
import type { ApplicationRow } from '../queries.ts';
import type { SubmitBody, Submitted } from './contract.ts';
import { numberCase } from './number-case.ts';
import { type Prepared, prepareSubmission } from './prepare-submission.ts';
import { requireSameDraft, writeSubmission } from './write-submission.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/** Signs and submits a draft (签署并提交): all that is in it is frozen, the case begins. */
export async function submitApplication(
  act: WholeAct,
  id: string,
  body: SubmitBody,
  locale: Locale,
): Promise<Submitted> {
  const row = await ownCase(act.database.read, act.actor, id, CERTIFIERS);
  if (row.state !== 'draft') throw new ApiError(409, 'already-submitted');
  const draft = await openDraftSeen(act, row, body.draftVersion);
  const { latest, isBehind } = await standingOf(act.database.read, draft.rules, dayInChina(act.now));
  if (!latest) throw new ApiError(409, 'scheme-not-open');
  if (isBehind) throw new ApiError(409, 'rules-changed');
  const prepared = await prepareSubmission(act, draft, body, locale);
  return withTransaction(act.database, async (tx) => {
    await requireSameDraft(tx, id, body.draftVersion);
    const year = dayInChina(act.now).slice(0, 4);
    const number = await numberCase(tx, year);
    const after = await changeState(tx, act, {
      applicationId: id,
      event: 'submit',
      set: { ...columnsOf(prepared), number, submittedAt: act.now.toISOString(), poolYear: Number(year) },
      details: detailsOf(prepared),
    });
    await writeSubmission(tx, act, after, prepared);
    return { id, number, receiptNumber: prepared.row.receiptNumber, submissionId: prepared.row.id };
  });
}

/** The draft as the person sees it; what was saved since elsewhere is not submitted unseen. */
export async function openDraftSeen(act: WholeAct, row: ApplicationRow, seen: number): Promise<OpenDraft> {
  const draft = await openDraft(act.database.read, row, act.now);
  if (draft.draftVersion === seen) return draft;
  const { savedByName, savedAt } = draft.saved;
  throw new ApiError(409, 'draft-changed-elsewhere', { args: { by: savedByName, at: timeInChina(savedAt) } });
}

/** What lists show of the last submission. */
export const columnsOf = ({ row, content, firm }: Prepared) => ({
  submissionId: row.id,
  projectName: content.projectName,
  claimFen: content.claim === undefined ? null : (fenOfText(content.claim) ?? null),
  firmName: firm.name,
  creditCode: firm.creditCode,
});

export const detailsOf = ({ row, content }: Prepared) => ({
  submission: row.id,
  digest: row.digest,
  receipt: row.receiptNumber,
  outcome: content.outcome,
  ...(content.confirmedNotEligible ? { confirmedNotEligible: true } : {}),
  ...(content.deferrals.length > 0 ? { deferrals: content.deferrals } : {}),
});
