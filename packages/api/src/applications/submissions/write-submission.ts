import { and, eq, inArray, isNull, max } from 'drizzle-orm';
import { type PersonalAct, within } from '../../audit/act.ts';
import { timeInChina } from '../../day-in-china.ts';
import type { Transaction } from '../../db/open-database.ts';
import { holdFiles } from '../../files/hold-files.ts';
import { recordFacts } from '../../firms/facts/record-facts.ts';
import { ApiError } from '../../http/api-error.ts';
import { indexCase } from '../../review/desk/index-case.ts';
import { readDraftRow } from '../drafts/queries.ts';
import type { ApplicationRow } from '../queries.ts';
import { applicationDrafts, deferrals, submissions } from '../table.ts';
import type { Prepared } from './prepare-submission.ts';

/**
 * Writes what was frozen: the submission with its files, the promises, and the firm's facts back to its profile. The draft
 * must still be the one that was checked. INVARIANT (submissions-stand): a round is a row of its own; no row is changed.
 */
export async function writeSubmission(
  tx: Transaction,
  act: PersonalAct,
  row: ApplicationRow,
  { row: frozen, content, toProfile, evidence }: Prepared,
): Promise<void> {
  const [last] = await tx
    .select({ round: max(submissions.round) })
    .from(submissions)
    .where(eq(submissions.applicationId, row.id));
  await tx.insert(submissions).values({ ...frozen, applicationId: row.id, round: (last?.round ?? 0) + 1 });
  const behind = Object.values(content.sources).flatMap((each) => each.evidence);
  const files = [...content.materials.flatMap((each) => each.files.map(({ id }) => id)), ...behind];
  await holdFiles(tx, files, `submission:${frozen.id}`);
  await writePromises(tx, act, row.id, content.deferrals);
  await tx.delete(applicationDrafts).where(eq(applicationDrafts.applicationId, row.id));
  if (Object.keys(toProfile).length > 0)
    await recordFacts(within(act, tx), row.firmId, { facts: toProfile, about: aboutOf(evidence) });
  await indexCase(tx, row);
}

const aboutOf = (evidence: Prepared['evidence']) =>
  Object.fromEntries(Object.entries(evidence).map(([key, files]) => [key, { evidence: files }]));

/** The draft that was checked outside must be the one that is submitted. */
export async function requireSameDraft(tx: Transaction, applicationId: string, checked: number): Promise<void> {
  const draft = await readDraftRow(tx, applicationId);
  if ((draft?.draftVersion ?? 0) === checked) return;
  if (!draft) throw new ApiError(409, 'already-submitted');
  throw new ApiError(409, 'draft-changed-elsewhere', {
    args: { by: draft.savedByName, at: timeInChina(draft.savedAt) },
  });
}

/** Promises of this submission; what was promised before and has come with it is no promise any more. */
export async function writePromises(
  tx: Transaction,
  act: PersonalAct,
  applicationId: string,
  promised: readonly string[],
): Promise<void> {
  const mine = eq(deferrals.applicationId, applicationId);
  const before = await tx
    .select()
    .from(deferrals)
    .where(and(mine, isNull(deferrals.dueOn)));
  const gone = before.map(({ materialId }) => materialId).filter((id) => !promised.includes(id));
  if (gone.length > 0) await tx.delete(deferrals).where(and(mine, inArray(deferrals.materialId, gone)));
  if (promised.length === 0) return;
  const row = { applicationId, promisedAt: act.now.toISOString(), promisedBy: act.actor.userId };
  await tx
    .insert(deferrals)
    .values(promised.map((materialId) => ({ ...row, materialId })))
    .onConflictDoNothing();
}
