import { and, asc, count, desc, eq, isNull, like, lt } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { noticeRows, notices, objections } from './table.ts';

export type NoticeRecord = typeof notices.$inferSelect;
export type NoticeRowRecord = typeof noticeRows.$inferSelect;
export type ObjectionRecord = typeof objections.$inferSelect;

export async function readNotice(db: Reader, id: string): Promise<NoticeRecord | undefined> {
  const [row] = await db.select().from(notices).where(eq(notices.id, id));
  return row;
}

/** A page of notices, the latest first; `before` is the id of the last one seen. */
export const listNotices = (db: Reader, before: string | undefined, limit: number): Promise<NoticeRecord[]> =>
  db
    .select()
    .from(notices)
    .where(before === undefined ? undefined : lt(notices.id, before))
    .orderBy(desc(notices.id))
    .limit(limit);

export const listNoticeRows = (db: Reader, noticeId: string): Promise<NoticeRowRecord[]> =>
  db.select().from(noticeRows).where(eq(noticeRows.noticeId, noticeId)).orderBy(asc(noticeRows.position));

/** Every row of a case in any notice, the latest first. */
export const listRowsOfCase = (db: Reader, applicationId: string) =>
  db
    .select({ row: noticeRows, notice: notices })
    .from(noticeRows)
    .innerJoin(notices, eq(notices.id, noticeRows.noticeId))
    .where(eq(noticeRows.applicationId, applicationId))
    .orderBy(desc(notices.id));

export async function readNoticeRow(
  db: Reader,
  noticeId: string,
  applicationId: string,
): Promise<NoticeRowRecord | undefined> {
  const [row] = await db
    .select()
    .from(noticeRows)
    .where(and(eq(noticeRows.noticeId, noticeId), eq(noticeRows.applicationId, applicationId)));
  return row;
}

export async function countRows(db: Reader, noticeId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(noticeRows).where(eq(noticeRows.noticeId, noticeId));
  return row?.n ?? 0;
}

/** The last number given under a prefix. */
export async function lastNoticeNumber(db: Reader, start: string): Promise<string | undefined> {
  const [row] = await db
    .select({ number: notices.number })
    .from(notices)
    .where(like(notices.number, `${start}%`))
    .orderBy(desc(notices.id))
    .limit(1);
  return row?.number;
}

export async function lastObjectionNumber(db: Reader, start: string): Promise<string | undefined> {
  const [row] = await db
    .select({ number: objections.number })
    .from(objections)
    .where(like(objections.number, `${start}%`))
    .orderBy(desc(objections.number))
    .limit(1);
  return row?.number;
}

export async function readObjection(db: Reader, id: string): Promise<ObjectionRecord | undefined> {
  const [row] = await db.select().from(objections).where(eq(objections.id, id));
  return row;
}

/** Objections against a case, the first one first. */
export const listObjections = (db: Reader, applicationId: string): Promise<ObjectionRecord[]> =>
  db.select().from(objections).where(eq(objections.applicationId, applicationId)).orderBy(asc(objections.id));

export const listObjectionsOfNotice = (db: Reader, noticeId: string): Promise<ObjectionRecord[]> =>
  db.select().from(objections).where(eq(objections.noticeId, noticeId)).orderBy(asc(objections.id));

export const listOpenObjections = (db: Reader): Promise<ObjectionRecord[]> =>
  db.select().from(objections).where(isNull(objections.outcome)).orderBy(asc(objections.id)).limit(500);
