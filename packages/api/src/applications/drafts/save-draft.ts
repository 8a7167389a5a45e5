import { and, eq, sql } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { hasDone } from '../../audit/queries.ts';
import { timeInChina } from '../../day-in-china.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { fenOfText } from '../../money-text.ts';
import { ownCase } from '../own-case.ts';
import type { ApplicationRow } from '../queries.ts';
import { listCorrections, listSubmissions } from '../read-case.ts';
import { applicationDrafts, applications } from '../table.ts';
import type { DraftContent, SavedDraft } from './contract.ts';
import { requireListedOnly } from './listed-only.ts';
import { readDraftRow } from './queries.ts';
import { draftContentOf } from './start-draft.ts';

interface Saving {
  readonly applicationId: string;
  readonly content: DraftContent;
  readonly draftVersion: number;
}

/**
 * Saves a draft as a person types (自动保存). INVARIANT (stale-tab): a page that is behind overwrites neither a newer draft
 * nor a case that was submitted meanwhile; it is told who saved last and when.
 */
export const saveDraft = (act: PersonalAct, { applicationId, content, draftVersion }: Saving): Promise<SavedDraft> =>
  withTransaction(act.database, async (tx) => {
    const row = await ownCase(tx, act.actor, applicationId);
    if (row.state !== 'draft' && row.state !== 'returned')
      throw new ApiError(409, row.submissionId === null ? 'not-in-this-state' : 'already-submitted');
    if (row.state === 'returned') await requireCorrectionsOnly(tx, row, content);
    const savedAt = act.now.toISOString();
    const saved = { content: JSON.stringify(content), savedAt, savedBy: act.actor.userId, savedByName: act.actor.name };
    await write(tx, row, saved, draftVersion);
    if (row.state === 'draft')
      await tx
        .update(applications)
        .set({ projectName: content.projectName, claimFen: content.claim ? (fenOfText(content.claim) ?? null) : null })
        .where(eq(applications.id, row.id));
    await noteSaving(tx, act, row, draftVersion + 1);
    return { draftVersion: draftVersion + 1, savedAt };
  });

const NOTED_EVERY_MS = 10 * 60_000;

/** One row for each person and draft in ten minutes: a trail of keystrokes would hide the acts. */
async function noteSaving(tx: Transaction, act: PersonalAct, { id }: ApplicationRow, draftVersion: number) {
  const saved = { action: 'application.draft-saved', subject: { type: 'application', id } };
  const since = new Date(act.now.getTime() - NOTED_EVERY_MS).toISOString();
  if (await hasDone(tx, { ...saved, actorId: act.actor.userId }, since)) return;
  await appendAudit(tx, act, { ...saved, details: { draftVersion } });
}

type Saved = Pick<typeof applicationDrafts.$inferInsert, 'content' | 'savedAt' | 'savedBy' | 'savedByName'>;

async function write(tx: Transaction, row: ApplicationRow, saved: Saved, seen: number): Promise<void> {
  const draft = await readDraftRow(tx, row.id);
  if (!draft && row.state === 'returned' && seen === 0) {
    const [last] = await listSubmissions(tx, row.id);
    const first = { ...saved, applicationId: row.id, draftVersion: 1, policyHash: last?.policyHash ?? '' };
    await tx.insert(applicationDrafts).values(first);
    return;
  }
  const changed = await tx
    .update(applicationDrafts)
    .set({ ...saved, draftVersion: sql`${applicationDrafts.draftVersion} + 1` })
    .where(and(eq(applicationDrafts.applicationId, row.id), eq(applicationDrafts.draftVersion, seen)))
    .returning({ id: applicationDrafts.applicationId });
  if (changed.length > 0) return;
  if (!draft) throw new ApiError(404, 'draft-gone');
  throw new ApiError(409, 'draft-changed-elsewhere', {
    args: { by: draft.savedByName, at: timeInChina(draft.savedAt) },
  });
}

async function requireCorrectionsOnly(tx: Transaction, row: ApplicationRow, content: DraftContent): Promise<void> {
  const [last] = await listSubmissions(tx, row.id);
  const all = await listCorrections(tx, row.id);
  const round = Math.max(...all.map((each) => each.round));
  const listed = all.filter((each) => each.round === round).map(({ subject }) => subject);
  if (last) requireListedOnly(draftContentOf(last.content), content, listed);
}
