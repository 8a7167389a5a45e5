import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The audit trail (操作留痕): one row for every important act, written in the transaction of the act itself. Each row holds
 * the digest of the row before, so that a row changed, removed or put in between later is found (`tidu audit verify`).
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    seq: integer('seq').primaryKey(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    details: text('details').notNull(),
    requestId: text('request_id').notNull(),
    algorithm: text('algorithm').notNull(),
    previousDigest: text('previous_digest').notNull(),
    digest: text('digest').notNull(),
  },
  (table) => [
    index('audit_by_subject').on(table.subjectType, table.subjectId),
    index('audit_by_actor').on(table.actorId),
    index('audit_by_request').on(table.requestId),
  ],
);

/**
 * The end of the chain: one row, written with each entry. A chain alone does not show that its last rows were cut off.
 */
export const auditHeads = sqliteTable('audit_heads', {
  id: integer('id').primaryKey(),
  seq: integer('seq').notNull(),
  digest: text('digest').notNull(),
});
