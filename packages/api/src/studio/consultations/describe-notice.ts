import type { NoticeContent } from '../force/notice-content.ts';
import type { NoticeRow } from '../force/queries.ts';
import type { PolicyNotice, PolicyNoticeView } from './contract.ts';

export function describeNotice(row: NoticeRow): PolicyNotice {
  const { changes: _, fairness: __, ...shown } = contentOf(row);
  return { ...placeOf(row), ...shown };
}

export const describeWholeNotice = (row: NoticeRow): PolicyNoticeView => ({ ...placeOf(row), ...contentOf(row) });

const placeOf = ({ id, policyId, inForceFrom, publishedOn }: NoticeRow) => ({ id, policyId, inForceFrom, publishedOn });
const contentOf = ({ content }: NoticeRow): NoticeContent => JSON.parse(content) as NoticeContent;
