import { and, eq } from 'drizzle-orm';
import { auditEntries } from '../src/audit/table.ts';
import type { Database } from '../src/db/open-database.ts';

/** Actions the audit trail has of a subject, in order. */
export async function notedOf(database: Database, id: string, type = 'firm'): Promise<readonly string[]> {
  const rows = await database.read
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(and(eq(auditEntries.subjectType, type), eq(auditEntries.subjectId, id)))
    .orderBy(auditEntries.seq);
  return rows.map(({ action }) => action);
}
