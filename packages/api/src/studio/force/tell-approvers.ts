import { parsePolicy } from '@tidu/rules/parse';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import type { Database, Reader } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { holdersOf } from '../../identity/queries.ts';
import { notify } from '../../notifications/notify.ts';
import { listTold } from '../../notifications/queries.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { listEditors, readDraftRow, type StudioDraftRow } from '../drafts/queries.ts';
import { documentOf } from '../texts.ts';
import { findBlockers, findOpenSteps } from './find-blockers.ts';
import { listApprovals } from './queries.ts';

const AWAITS = 'policy-draft.awaits-approval';

type TellingAct = Pick<Act, 'actor' | 'now' | 'requestId'>;

interface Ended {
  readonly draftId: string;
  readonly closesOn: string;
}

/**
 * Tells those who may approve that nothing but their approval is missing (等待审批人批准); of one text each is told once, and
 * again where what was decided of it has been voided.
 */
export async function tellApprovers(database: Database, act: TellingAct, draftId: string): Promise<void> {
  const draft = await findDraft(database.read, draftId);
  if (draft.state !== 'draft' && draft.state !== 'in-consultation') return;
  const voided = (await listApprovals(database.read, draftId)).filter(({ voidedAt }) => voidedAt !== null);
  const about = { hash: draft.hash, voided: String(voided.length) };
  if ((await listUntold(database.read, draft, AWAITS, about)).length === 0) return;
  if (await isMissingSomething(database.read, draft, dayInChina(act.now))) return;
  await tell(database, act, draft, AWAITS, about);
}

/** This is asked after every change of the text: it is checked only where its way is complete. */
async function isMissingSomething(db: Reader, draft: StudioDraftRow, today: string): Promise<boolean> {
  const parsed = parsePolicy(documentOf(draft));
  if (!parsed.ok || (await findOpenSteps(db, draft, parsed.doc, today)).length > 0) return true;
  return (await findBlockers(db, draft, today)).some(({ stage }) => stage === 'approve');
}

/** Tells them that the last day of a consultation is over, and where nothing else is missing that it is their turn. */
export async function tellConsultationOver(database: Database, act: TellingAct, ended: Ended): Promise<void> {
  const { draftId, closesOn } = ended;
  const draft = await findDraft(database.read, draftId);
  if (await tell(database, act, draft, 'policy-draft.consultation-over', { closesOn }))
    await tellApprovers(database, act, draftId);
}

type About = Readonly<Record<string, string>>;

const linkTo = ({ id }: StudioDraftRow): string => `/studio/drafts/${id}?tab=force`;

/** Those who may approve and have not been told of this. */
async function listUntold(db: Reader, draft: StudioDraftRow, key: string, about: About): Promise<readonly string[]> {
  const approvers = await holdersOf(db, 'policy-approver');
  if (approvers.length === 0) return [];
  const not = [...(await listEditors(db, draft.id)), ...(await listTold(db, key, linkTo(draft), about))];
  return approvers.filter((id) => !not.includes(id));
}

/** Whether somebody was told who had not been. */
const tell = (
  database: Database,
  act: TellingAct,
  draft: StudioDraftRow,
  key: string,
  about: About,
): Promise<boolean> =>
  withTransaction(database, async (tx) => {
    const row = await readDraftRow(tx, draft.id);
    if (row?.hash !== draft.hash || row.state !== draft.state) return false;
    const to = await listUntold(tx, draft, key, about);
    if (to.length === 0) return false;
    await notify(tx, act, { to, key, args: { title: draft.title, ...about }, link: linkTo(draft) });
    await appendAudit(tx, act, { action: key, subject: { type: 'policy-draft', id: draft.id }, details: about });
    return true;
  });
