import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { policyDrafts } from '../table.ts';

/**
 * Lists of firms sent to try texts on (试算名单): who sent them, and what is in them. The firms lie in the store of files as
 * packed lines with their name and the figures policies ask for. A deleted list keeps its row: trials name it.
 */
export const trialPopulations = sqliteTable(
  'trial_populations',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    name: text('name').notNull(),
    firms: integer('firms').notNull(),
    skipped: integer('skipped').notNull(),
    /** Digest of firms and figures, as trials show it. */
    digest: text('digest').notNull(),
    /** Digest of what lies in the store. */
    contentDigest: text('content_digest').notNull(),
    algorithm: text('algorithm').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    at: text('at').notNull(),
    deletedAt: text('deleted_at'),
    deletedBy: text('deleted_by'),
    deletedByName: text('deleted_by_name'),
  },
  (table) => [index('trial_populations_by_content').on(table.contentDigest)],
);
