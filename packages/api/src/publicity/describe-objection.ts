import type { FileRow } from '../files/queries.ts';
import type { Objection, ObjectionAttachment } from './contract.ts';
import type { ObjectionRecord } from './queries.ts';

/** Name, contact and what was attached are for whoever answers; others see names masked and how many files there are. */
export const describeObjection = (row: ObjectionRecord, files: readonly FileRow[], maySee: boolean): Objection => ({
  id: row.id,
  number: row.number,
  applicationId: row.applicationId,
  noticeId: row.noticeId,
  isAnonymous: row.isAnonymous,
  name: maySee ? row.name : masked(row.name),
  contact: maySee ? row.contact : masked(row.contact),
  text: row.text,
  attachments: maySee ? files.map(describeAttachment) : [],
  attachmentCount: files.length,
  receivedAt: row.receivedAt,
  outcome: row.outcome,
  answer: row.answer,
  answeredAt: row.answeredAt,
  answeredBy: row.answeredByName,
});

export const describeAttachment = ({ id, name, sizeBytes, mediaType, state }: FileRow): ObjectionAttachment => ({
  id,
  name,
  sizeBytes,
  mediaType,
  state,
});

const masked = (text: string | null): string | null => (text === null ? null : `${text.slice(0, 1)}***`);
