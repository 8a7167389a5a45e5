import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What a person is told in the web (站内通知); the words are made from `key` and `args` in the reader's language. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    args: text('args', { mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
    link: text('link'),
    createdAt: text('created_at').notNull(),
    readAt: text('read_at'),
  },
  (table) => [index('notifications_by_user').on(table.userId, table.id)],
);

/** Who wants no e-mail beside the notices in the web; without a row e-mail is on. */
export const notificationPreferences = sqliteTable('notification_preferences', {
  userId: text('user_id').primaryKey(),
  email: integer('email', { mode: 'boolean' }).notNull(),
});

/** Messages to be sent (发件箱), written in the transaction of the act that causes them and sent outside of it. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['email', 'sms'] }).notNull(),
    to: text('to').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    /** A path of the web; the sender puts the address of the site in front. */
    link: text('link'),
    /** Holds a code or a one-time link: the text is wiped once it is sent. */
    isSecret: integer('is_secret', { mode: 'boolean' }).notNull(),
    createdAt: text('created_at').notNull(),
    nextTryAt: text('next_try_at').notNull(),
    sentAt: text('sent_at'),
    attempts: integer('attempts').notNull(),
    lastError: text('last_error'),
  },
  (table) => [index('outbox_by_next_try').on(table.sentAt, table.nextTryAt)],
);
