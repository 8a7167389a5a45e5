import { dayOf } from '@tidu/rules';
import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { maskContact } from '../../identity/mask.ts';
import type { DraftDocument } from '../contract.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import type { Consultation, ConsultationComment, ConsultationSummary, StaffComment } from './contract.ts';
import {
  type CommentRow,
  type ConsultationRow,
  countComments,
  listComments,
  listConsultations,
  readConsultation,
} from './queries.ts';

/** Consultations everyone may see: open ones and those that are over; one that opens later is not shown yet. */
export async function listPublicConsultations(db: Reader, today: string): Promise<ConsultationSummary[]> {
  const all = (await listConsultations(db)).filter(({ row }) => (row.opensOn ?? today) <= today);
  const counts = await countComments(
    db,
    all.map(({ row }) => row.id),
  );
  return all.map(({ row, policyId }) => summarize(row, policyId, today, counts(row.id).all));
}

function summarize(row: ConsultationRow, policyId: string, today: string, comments: number): ConsultationSummary {
  const [opensOn, closesOn] = [row.opensOn ?? today, row.closesOn ?? today];
  const isOpen = isOpenOn(row, today);
  const daysLeft = isOpen ? dayOf(closesOn) - dayOf(today) + 1 : 0;
  const title = JSON.parse(row.title ?? '{}') as Record<string, string>;
  return { id: row.id, policyId, title, opensOn, closesOn, isOpen, daysLeft, comments };
}

export const isOpenOn = ({ kind, opensOn, closesOn }: ConsultationRow, today: string): boolean =>
  kind === 'public' && opensOn !== null && closesOn !== null && opensOn <= today && today <= closesOn;

/** The public consultation of an id; 404 also before it opens. */
export async function findConsultation(db: Reader, id: string, today: string): Promise<ConsultationRow> {
  const row = await readConsultation(db, id);
  if (row?.kind !== 'public' || (row.opensOn ?? today) > today) throw new ApiError(404, 'not-found');
  return row;
}

export async function describeConsultation(db: Reader, id: string, today: string): Promise<Consultation> {
  const row = await findConsultation(db, id, today);
  const { policyId } = await findDraft(db, row.draftId);
  const shown = (await listComments(db, id)).filter(({ hiddenAt }) => hiddenAt === null);
  return {
    ...summarize(row, policyId, today, shown.length),
    text: JSON.parse(row.text ?? '{}') as Record<string, string>,
    contact: row.contact ?? '',
    document: JSON.parse(row.document) as DraftDocument,
    hash: row.hash,
    changes: JSON.parse(row.changes) as Consultation['changes'],
    opinions: shown.map(describeOpinion),
  };
}

const describeOpinion = (row: CommentRow): ConsultationComment => ({
  number: row.number,
  name: row.name,
  path: row.path,
  text: row.text,
  receivedOn: dayInChina(new Date(row.receivedAt)),
  reply:
    row.reply === null || row.repliedAt === null
      ? null
      : { text: row.reply, isAdopted: row.isAdopted ?? false, on: dayInChina(new Date(row.repliedAt)) },
});

/** The same for the office, hidden ones too; how to reach somebody stays masked. */
export const describeForStaff = (row: CommentRow): StaffComment => ({
  ...describeOpinion(row),
  id: row.id,
  contact: row.contact === null ? null : maskContact(row.contact),
  hiddenReason: row.hiddenReason,
});
