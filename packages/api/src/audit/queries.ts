import { and, asc, desc, eq, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { startOfDayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import type { AuditFilters } from './contract.ts';
import { auditEntries, auditHeads } from './table.ts';

/** The one condition of list and export, so that an export holds exactly what the list shows. */
export function matching({ actor, action, subjectType, subject, from, to }: AuditFilters): SQL | undefined {
  return and(
    actor === undefined
      ? undefined
      : or(eq(auditEntries.actorId, actor), gt(sql`instr(${auditEntries.actorName}, ${actor})`, 0)),
    action?.endsWith('.')
      ? eq(sql`substr(${auditEntries.action}, 1, ${action.length})`, action)
      : equals(auditEntries.action, action),
    equals(auditEntries.subjectType, subjectType),
    equals(auditEntries.subjectId, subject),
    from === undefined ? undefined : gte(auditEntries.at, startOfDayInChina(from)),
    to === undefined ? undefined : lt(auditEntries.at, endOf(to)),
  );
}

const equals = (column: Parameters<typeof eq>[0], value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : eq(column, value);

const endOf = (day: string): string => new Date(Date.parse(startOfDayInChina(day)) + 86_400_000).toISOString();

export async function listAudit(db: Reader, filters: AuditFilters, before: number | undefined, limit: number) {
  const older = before === undefined ? undefined : lt(auditEntries.seq, before);
  return db
    .select()
    .from(auditEntries)
    .where(and(matching(filters), older))
    .orderBy(desc(auditEntries.seq))
    .limit(limit);
}

/** Entries after `after` up to `last`, in the order they were written. */
export async function entriesFrom(
  db: Reader,
  { filters = {}, after, last, limit }: { filters?: AuditFilters; after: number; last?: number; limit: number },
) {
  const bounds = and(gt(auditEntries.seq, after), last === undefined ? undefined : lte(auditEntries.seq, last));
  return db
    .select()
    .from(auditEntries)
    .where(and(matching(filters), bounds))
    .orderBy(asc(auditEntries.seq))
    .limit(limit);
}

export async function auditHead(db: Reader) {
  const [head] = await db.select().from(auditHeads);
  return head;
}

/** Whether a person's request has left a trace: then what it did was committed. */
export async function hasActed(db: Reader, actorId: string, requestId: string, since: string): Promise<boolean> {
  const [row] = await db
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(and(eq(auditEntries.requestId, requestId), eq(auditEntries.actorId, actorId), gte(auditEntries.at, since)))
    .limit(1);
  return row !== undefined;
}

/** Whether the person has done this to the subject since then: acts that come by the second are noted once in a while. */
export async function hasDone(
  db: Reader,
  { actorId, action, subject }: { readonly actorId: string; readonly action: string; readonly subject: Subject },
  since: string,
): Promise<boolean> {
  const same = and(
    eq(auditEntries.subjectType, subject.type),
    eq(auditEntries.subjectId, subject.id),
    eq(auditEntries.action, action),
    eq(auditEntries.actorId, actorId),
    gt(auditEntries.at, since),
  );
  const rows = await db.select({ seq: auditEntries.seq }).from(auditEntries).where(same).limit(1);
  return rows.length > 0;
}

interface Subject {
  readonly type: string;
  readonly id: string;
}
