import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { holdersOf } from '../../identity/queries.ts';
import { notify } from '../../notifications/notify.ts';
import { listTold } from '../../notifications/queries.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { listEditors, readDraftRow, type StudioDraftRow } from '../drafts/queries.ts';
import { findBlockers } from './find-blockers.ts';

type TellingAct = Pick<Act, 'actor' | 'now' | 'requestId'>;

interface Ended {
  readonly draftId: string;
  readonly closesOn: string;
}

/** Tells those who may approve that nothing but their approval is missing (等待审批人批准); of one text each is told once. */
export async function tellApprovers(database: Database, act: TellingAct, draftId: string): Promise<void> {
  const draft = await findDraft(database.read, draftId);
  if (draft.state !== 'draft' && draft.state !== 'in-consultation') return;
  const blockers = await findBlockers(database.read, draft, dayInChina(act.now));
  if (blockers.some(({ stage }) => stage === 'approve')) return;
  await tell(database, act, draft, 'policy-draft.awaits-approval', { hash: draft.hash });
}

/** Tells them that the last day of a consultation is over, and where nothing else is missing that it is their turn. */
export async function tellConsultationOver(database: Database, act: TellingAct, ended: Ended): Promise<void> {
  const { draftId, closesOn } = ended;
  const draft = await findDraft(database.read, draftId);
  if (await tell(database, act, draft, 'policy-draft.consultation-over', { closesOn }))
    await tellApprovers(database, act, draftId);
}

/** Whether somebody was told who had not been. */
const tell = (
  database: Database,
  act: TellingAct,
  draft: StudioDraftRow,
  key: string,
  about: Readonly<Record<string, string>>,
): Promise<boolean> =>
  withTransaction(database, async (tx) => {
    const row = await readDraftRow(tx, draft.id);
    if (row?.hash !== draft.hash || row.state !== draft.state) return false;
    const link = `/studio/drafts/${draft.id}?tab=force`;
    const args = { title: draft.title, ...about };
    const writers = await listEditors(tx, draft.id);
    const told = await listTold(tx, key, link, about);
    const to = (await holdersOf(tx, 'policy-approver')).filter((id) => !writers.includes(id) && !told.includes(id));
    if (to.length === 0) return false;
    await notify(tx, act, { to, key, args, link });
    await appendAudit(tx, act, { action: key, subject: { type: 'policy-draft', id: draft.id }, details: about });
    return true;
  });
