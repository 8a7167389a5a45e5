import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers kept for a repeat of the same request (幂等键). A row without a status is a request under way. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    route: text('route').notNull(),
    /** Digest of the body; of a stream only its type and length. */
    bodyDigest: text('body_digest').notNull(),
    requestId: text('request_id').notNull(),
    startedAt: text('started_at').notNull(),
    status: integer('status'),
    headers: text('headers', { mode: 'json' }).$type<Readonly<Record<string, string>>>(),
    body: text('body'),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key, table.route] }),
    index('idempotency_by_start').on(table.startedAt),
  ],
);
