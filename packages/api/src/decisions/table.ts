import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { applications } from '../applications/table.ts';
import { LETTER_KINDS } from './letter-kinds.ts';

export const DECISION_KINDS = ['approval', 'refusal', 'appeal-approval', 'appeal-refusal'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** One decision on a case (决定): everything it rested on, so that it can be computed again. Never changed. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    seq: integer('seq').notNull(),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    submissionId: text('submission_id').notNull(),
    policyId: text('policy_id').notNull(),
    policyVersion: text('policy_version').notNull(),
    policyInForceFrom: text('policy_in_force_from').notNull(),
    policyHash: text('policy_hash').notNull(),
    schemeId: text('scheme_id').notNull(),
    schemeRevision: integer('scheme_revision').notNull(),
    schemeHash: text('scheme_hash').notNull(),
    engineVersion: text('engine_version').notNull(),
    /** JSON: the receipt (dates, facts, result under one hash), the reason tree, sources of the facts, criteria overruled. */
    receipt: text('receipt').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    explanation: text('explanation').notNull(),
    sources: text('sources').notNull(),
    overrides: text('overrides').notNull(),
    unmet: text('unmet').notNull(),
    suggestedFen: integer('suggested_fen'),
    ceilingFen: integer('ceiling_fen'),
    amountFen: integer('amount_fen'),
    deviationReason: text('deviation_reason'),
    reason: text('reason').notNull(),
    clause: text('clause'),
    feedback: text('feedback'),
    /** Entry of the pool's ledger that holds the money. */
    ledgerEntryId: text('ledger_entry_id'),
    allocationId: text('allocation_id'),
    decidedAt: text('decided_at').notNull(),
    decidedBy: text('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    algorithm: text('algorithm').notNull(),
    /** Over everything above as canonical JSON. */
    digest: text('digest').notNull(),
  },
  (table) => [uniqueIndex('decisions_by_case').on(table.applicationId, table.seq)],
);

/** Versions of the letters' texts (文书模板). */
export const letterTemplates = sqliteTable(
  'letter_templates',
  {
    kind: text('kind', { enum: LETTER_KINDS }).notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: ['draft', 'published'] }).notNull(),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    savedAt: text('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
    publishedAt: text('published_at'),
    publishedBy: text('published_by'),
  },
  (table) => [primaryKey({ columns: [table.kind, table.version] })],
);

/** Letters sent (文书): all that stands in them, frozen; DOCX and PDF are made from it when asked for. */
export const letters = sqliteTable(
  'letters',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    kind: text('kind', { enum: LETTER_KINDS }).notNull(),
    templateVersion: integer('template_version').notNull(),
    content: text('content').notNull(),
    issuedAt: text('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
  },
  (table) => [index('letters_by_case').on(table.applicationId, table.id)],
);

/** Appeals of refused firms (复核申请). */
export const appeals = sqliteTable('appeals', {
  applicationId: text('application_id')
    .primaryKey()
    .references(() => applications.id),
  reason: text('reason').notNull(),
  /** JSON: ids of new evidence files. */
  fileIds: text('file_ids').notNull(),
  filedAt: text('filed_at').notNull(),
  filedBy: text('filed_by').notNull(),
  filedByName: text('filed_by_name').notNull(),
});
