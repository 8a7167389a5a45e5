import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { applications } from '../applications/table.ts';

/** Public notices (公示), each with one row or many. */
export const notices = sqliteTable('notices', {
  id: text('id').primaryKey(),
  number: text('number').notNull().unique(),
  schemeId: text('scheme_id').notNull(),
  schemeLabel: text('scheme_label').notNull(),
  schemeLabelEn: text('scheme_label_en').notNull(),
  contact: text('contact').notNull(),
  contactEn: text('contact_en').notNull(),
  workingDays: integer('working_days').notNull(),
  publishedAt: text('published_at').notNull(),
  publishedBy: text('published_by').notNull(),
});

/** One row of a notice: what is proposed for one firm. `replacedBy` is the notice that repeats it with another amount. */
export const noticeRows = sqliteTable(
  'notice_rows',
  {
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    position: integer('position').notNull(),
    decisionId: text('decision_id').notNull(),
    firmName: text('firm_name').notNull(),
    creditCode: text('credit_code').notNull(),
    projectName: text('project_name').notNull(),
    tier: text('tier'),
    tierEn: text('tier_en'),
    amountFen: integer('amount_fen'),
    replacedBy: text('replaced_by'),
    withdrawnAt: text('withdrawn_at'),
  },
  (table) => [
    primaryKey({ columns: [table.noticeId, table.applicationId] }),
    index('notice_rows_by_case').on(table.applicationId),
  ],
);

/** Objections (异议) against one row, and their written answers. Name and contact are personal data. */
export const objections = sqliteTable(
  'objections',
  {
    id: text('id').primaryKey(),
    /** What the sender quotes, e.g. `YY-2026-000012`. */
    number: text('number').notNull().unique(),
    noticeId: text('notice_id')
      .notNull()
      .references(() => notices.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    isAnonymous: integer('is_anonymous', { mode: 'boolean' }).notNull(),
    name: text('name'),
    contact: text('contact'),
    text: text('text').notNull(),
    receivedAt: text('received_at').notNull(),
    /** The language the answer is sent in. */
    language: text('language', { enum: ['zh-CN', 'en'] }).notNull(),
    /** Opens the objection to files of who raised it, for a while; only its digest is kept. */
    filesKeyDigest: text('files_key_digest').notNull(),
    outcome: text('outcome', { enum: ['dismissed', 'upheld'] }),
    answer: text('answer'),
    answeredAt: text('answered_at'),
    answeredBy: text('answered_by'),
    answeredByName: text('answered_by_name'),
  },
  (table) => [
    index('objections_by_case').on(table.applicationId, table.id),
    index('objections_open').on(table.outcome, table.id),
  ],
);
