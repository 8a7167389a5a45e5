import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Revisions of schemes (申报事项), each a document that is never changed once published. */
export const schemes = sqliteTable(
  'schemes',
  {
    id: text('id').notNull(),
    revision: integer('revision').notNull(),
    status: text('status', { enum: ['draft', 'published', 'closed'] }).notNull(),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    savedAt: text('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    publishedAt: text('published_at'),
    publishedBy: text('published_by'),
    publishedByName: text('published_by_name'),
    closedAt: text('closed_at'),
    /** Why new applications are no longer taken; absent where a later revision took its place. */
    closeReason: text('close_reason'),
  },
  (table) => [primaryKey({ columns: [table.id, table.revision] })],
);
