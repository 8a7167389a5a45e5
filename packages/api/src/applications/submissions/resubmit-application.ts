import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import type { Database, Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Locale } from '../../messages/say.ts';
import { adjustCounts } from '../adjust-counts.ts';
import { changeState } from '../change-state.ts';
import { CERTIFIERS, ownCase } from '../own-case.ts';
import { corrections } from '../table.ts';
import type { SubmitBody, Submitted } from './contract.ts';
import { prepareSubmission } from './prepare-submission.ts';
import { columnsOf, detailsOf, openDraftSeen } from './submit-application.ts';
import { requireSameDraft, writeSubmission } from './write-submission.ts';

/**
 * Submits the corrections of a case that was returned (提交补正): a submission of its own beside the earlier one, under the
 * same policy version and the same days.
 */
export async function resubmitApplication(
  act: PersonalAct & { readonly database: Database },
  id: string,
  body: SubmitBody,
  locale: Locale,
): Promise<Submitted> {
  const row = await ownCase(act.database.read, act.actor, id, CERTIFIERS);
  if (row.state !== 'returned') throw new ApiError(409, 'not-in-this-state');
  const draft = await openDraftSeen(act, row, body.draftVersion);
  const prepared = await prepareSubmission(act, draft, body, locale);
  return withTransaction(act.database, async (tx) => {
    await requireSameDraft(tx, id, body.draftVersion);
    await answerCorrections(tx, act, id, draft.content.answers);
    const after = await changeState(tx, act, {
      applicationId: id,
      event: 'resubmit',
      set: columnsOf(prepared),
      details: detailsOf(prepared),
    });
    await writeSubmission(tx, act, after, prepared);
    const { receiptNumber, id: submissionId } = prepared.row;
    return { id, number: after.number ?? '', receiptNumber, submissionId };
  });
}

async function answerCorrections(
  tx: Transaction,
  act: PersonalAct,
  applicationId: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  const open = and(eq(corrections.applicationId, applicationId), isNull(corrections.answeredAt));
  const lines = await tx.select({ id: corrections.id }).from(corrections).where(open);
  for (const { id } of lines) {
    const answer = answers[id]?.trim();
    if (!answer) continue;
    await tx.update(corrections).set({ answer, answeredAt: act.now.toISOString() }).where(eq(corrections.id, id));
  }
  const answered = lines.filter(({ id }) => answers[id]?.trim()).length;
  await adjustCounts(tx, applicationId, { openCorrections: -answered });
}
