import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const FILE_STATES = ['quarantined', 'clean', 'rejected'] as const;
export const FILE_SIDES = ['firm', 'office', 'public'] as const;
export type FileState = (typeof FILE_STATES)[number];

/**
 * Files of evidence (证明材料). The bytes lie in the store under their digest, once however often they come; a row says whose
 * they are and what is known of them. A deleted file keeps its row: histories name it.
 */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    /** Whose it is: a firm, or the objection somebody sent it with. */
    firmId: text('firm_id').notNull(),
    name: text('name').notNull(),
    digest: text('digest').notNull(),
    algorithm: text('algorithm').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    mediaType: text('media_type').notNull(),
    state: text('state', { enum: FILE_STATES }).notNull(),
    /** What looked at it: the command's name, or `none` where no scanner is set up. */
    scannedBy: text('scanned_by'),
    scannedAt: text('scanned_at'),
    scanTries: integer('scan_tries').notNull().default(0),
    uploadedAt: text('uploaded_at').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    /** Who sent it in: the firm, an official who looked into a figure, or anyone with an objection. */
    side: text('side', { enum: FILE_SIDES }).notNull().default('firm'),
    deletedAt: text('deleted_at'),
    deletedBy: text('deleted_by'),
  },
  (table) => [
    index('files_by_firm').on(table.firmId, table.id),
    index('files_by_digest').on(table.digest),
    index('files_by_state').on(table.state, table.id),
  ],
);

/** What needs a file: a figure it proves, a submission it was handed in with. While one is there it is not deleted. */
export const fileHolds = sqliteTable(
  'file_holds',
  {
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
    /** E.g. `fact:<id>`, `submission:<id>`. */
    holder: text('holder').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.holder] }), index('file_holds_by_holder').on(table.holder)],
);
