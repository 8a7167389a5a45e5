import type { ApplicationRow } from '../applications/queries.ts';
import { dayInChina } from '../day-in-china.ts';
import { yuanText, yuanTextOr } from '../money-text.ts';
import type { Notice, NoticeRow, NoticeSummary } from './contract.ts';
import type { NoticeRecord, NoticeRowRecord, ObjectionRecord } from './queries.ts';

export interface PublishedRow {
  readonly row: NoticeRowRecord;
  readonly application: Pick<ApplicationRow, 'state' | 'dueOn' | 'openObjections'>;
  readonly objections: readonly ObjectionRecord[];
}

const STATUS: Readonly<Partial<Record<ApplicationRow['state'], NoticeRow['status']>>> = {
  'in-publicity': 'open',
  'under-objection': 'objection',
  approved: 'approved',
  'in-decision': 'in-decision',
};

/** One row as everyone may read it; of an objection only the answer. */
export function describeRow({ row, application, objections }: PublishedRow): NoticeRow {
  const status = row.replacedBy === null ? (STATUS[application.state] ?? 'withdrawn') : 'replaced';
  return {
    applicationId: row.applicationId,
    position: row.position,
    firmName: row.firmName,
    creditCode: row.creditCode,
    projectName: row.projectName,
    tier: row.tier === null ? null : { 'zh-CN': row.tier, en: row.tierEn ?? row.tier },
    amount: yuanTextOr(row.amountFen),
    status,
    until: status === 'open' ? application.dueOn : null,
    replacedBy: row.replacedBy,
    openObjections: objections.filter(({ outcome }) => outcome === null).length,
    answers: objections.flatMap(({ number, outcome, answer, answeredAt }) =>
      outcome === null || answer === null || answeredAt === null
        ? []
        : [{ number, outcome, answer, answeredOn: dayInChina(new Date(answeredAt)) }],
    ),
  };
}

export const describeNotice = (notice: NoticeRecord, published: readonly PublishedRow[]): Omit<Notice, 'files'> => {
  const rows = published.map(describeRow);
  return {
    id: notice.id,
    number: notice.number,
    scheme: { 'zh-CN': notice.schemeLabel, en: notice.schemeLabelEn },
    schemeId: notice.schemeId,
    contact: { 'zh-CN': notice.contact, en: notice.contactEn },
    workingDays: notice.workingDays,
    publishedOn: dayInChina(new Date(notice.publishedAt)),
    isOpen: rows.some(({ status }) => status === 'open' || status === 'objection'),
    total: totalOf(published.map(({ row }) => row)),
    rows,
  };
};

export function summarizeNotice(notice: NoticeRecord, published: readonly PublishedRow[]): NoticeSummary {
  const { id, number, scheme, publishedOn, rows, total, isOpen } = describeNotice(notice, published);
  const until = rows.flatMap((row) => row.until ?? []).toSorted();
  const openObjections = rows.reduce((n, row) => n + row.openObjections, 0);
  return {
    id,
    number,
    scheme,
    publishedOn,
    until: until.at(-1) ?? null,
    firms: rows.length,
    total,
    isOpen,
    openObjections,
  };
}

function totalOf(rows: readonly NoticeRowRecord[]): string | null {
  const amounts = rows.flatMap(({ amountFen }) => amountFen ?? []);
  return amounts.length === 0 ? null : yuanText(amounts.reduce((sum, fen) => sum + fen, 0));
}
