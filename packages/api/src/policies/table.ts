import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Every version of every policy this database has ever worked with (政策版本). `usedAt` is set when the first result was
 * given under it: from then on the document is never replaced, so that every receipt can be replayed.
 */
export const policyVersions = sqliteTable(
  'policy_versions',
  {
    id: text('id').notNull(),
    inForceFrom: text('in_force_from').notNull(),
    inForceTo: text('in_force_to'),
    version: text('version').notNull(),
    status: text('status', { enum: ['draft', 'published', 'withdrawn'] }).notNull(),
    hash: text('hash').notNull(),
    document: text('document').notNull(),
    loadedAt: text('loaded_at').notNull(),
    usedAt: text('used_at'),
    /** Firms it has decided for callers of the API. */
    evaluations: integer('evaluations').notNull().default(0),
    /** Last day, where another version took its place: beside the text, which is never edited. */
    endsOn: text('ends_on'),
    /** Parks it applies to, as a JSON array; absent for the whole zone. */
    parks: text('parks'),
    origin: text('origin', { enum: ['shipped', 'studio'] })
      .notNull()
      .default('shipped'),
    publishedAt: text('published_at'),
  },
  (table) => [primaryKey({ columns: [table.id, table.inForceFrom] })],
);
