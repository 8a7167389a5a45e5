import { readApplication, readApplications } from '../applications/queries.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import { filesOfOwners } from '../files/queries.ts';
import { ApiError } from '../http/api-error.ts';
import { type Actor, hasStaffRole } from '../identity/actor.ts';
import type { CasePublicity, Notice, NoticeList } from './contract.ts';
import { describeNotice, describeRow, type PublishedRow, summarizeNotice } from './describe-notice.ts';
import { describeObjection } from './describe-objection.ts';
import {
  listNoticeRows,
  listNotices,
  listObjections,
  listObjectionsOfNotice,
  listRowsOfCase,
  type NoticeRecord,
  type ObjectionRecord,
  readNotice,
} from './queries.ts';

export async function readPublicNotice(db: Reader, id: string): Promise<Omit<Notice, 'files'>> {
  const found = await readNotice(db, id);
  if (!found) throw new ApiError(404, 'not-found');
  return describeNotice(found, await rowsOf(db, found));
}

export async function listPublicNotices(db: Reader, before: string | undefined, limit: number): Promise<NoticeList> {
  const page = await listNotices(db, before, limit + 1);
  const shown = page.slice(0, limit);
  const notices = [];
  for (const each of shown) notices.push(summarizeNotice(each, await rowsOf(db, each)));
  return { notices, next: page.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

async function rowsOf(db: Reader, { id }: NoticeRecord): Promise<readonly PublishedRow[]> {
  const rows = await listNoticeRows(db, id);
  const cases = await readApplications(
    db,
    rows.map(({ applicationId }) => applicationId),
  );
  const objections = await listObjectionsOfNotice(db, id);
  const byId = new Map(cases.map((each) => [each.id, each]));
  return rows.flatMap((row) => {
    const application = byId.get(row.applicationId);
    const mine = objections.filter(({ applicationId }) => applicationId === row.applicationId);
    return application ? [{ row, application, objections: mine }] : [];
  });
}

/** What was published of one case and what was objected, for the case page. */
export async function readCasePublicity(db: Reader, actor: Actor, applicationId: string): Promise<CasePublicity> {
  const application = await readApplication(db, applicationId);
  if (!application) throw new ApiError(404, 'not-found');
  const published = await listRowsOfCase(db, applicationId);
  const objections = await listObjections(db, applicationId);
  const filesOf = await attachmentsOf(db, objections);
  const mayAnswer = hasStaffRole(actor, ['decision-maker']);
  return {
    state: application.state,
    version: application.version,
    dueOn: application.dueOn,
    rows: published.map(({ row, notice }) => ({
      ...describeRow({ row, application, objections: objections.filter(({ noticeId }) => noticeId === notice.id) }),
      noticeId: notice.id,
      noticeNumber: notice.number,
      publishedOn: dayInChina(new Date(notice.publishedAt)),
    })),
    objections: objections.map((each) => describeObjection(each, filesOf(each.id), mayAnswer)),
    mayAnswer: mayAnswer && application.state === 'under-objection',
  };
}

/** What was attached to each of these objections. */
export async function attachmentsOf(db: Reader, objections: readonly ObjectionRecord[]) {
  const files = await filesOfOwners(
    db,
    objections.map(({ id }) => id),
  );
  return (id: string) => files.filter(({ firmId }) => firmId === id);
}
