import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { DUTIES } from './duties.ts';
import { CLOCK_KINDS, STATE_IDS } from './states.ts';

/**
 * One application (申报): its case from the first draft to the end. `version` counts every change of the case, so that an
 * older page never overwrites a newer state; the counts `open…` are kept in the transaction of whatever changes them.
 */
export const applications = sqliteTable(
  'applications',
  {
    id: text('id').primaryKey(),
    /** Number people quote, given on the first submission, e.g. `TD-2026-000123`. */
    number: text('number').unique(),
    firmId: text('firm_id').notNull(),
    schemeId: text('scheme_id').notNull(),
    schemeRevision: integer('scheme_revision').notNull(),
    /** The year whose pool is claimed. */
    poolYear: integer('pool_year').notNull(),
    state: text('state', { enum: STATE_IDS }).notNull(),
    version: integer('version').notNull(),
    projectName: text('project_name').notNull(),
    /** Claimed amount in 分. */
    claimFen: integer('claim_fen'),
    /** Amount decided in 分. */
    amountFen: integer('amount_fen'),
    /** Total of the panel in hundredths of a point. */
    panelScore: integer('panel_score'),
    /** Last submission; absent while it is a draft. */
    submissionId: text('submission_id'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    submittedAt: text('submitted_at'),
    stateSince: text('state_since').notNull(),
    /** Last day of the running clock; absent where none runs. */
    dueOn: text('due_on'),
    endedAt: text('ended_at'),
    openTasks: integer('open_tasks').notNull().default(0),
    openConflicts: integer('open_conflicts').notNull().default(0),
    openCorrections: integer('open_corrections').notNull().default(0),
    openDeferrals: integer('open_deferrals').notNull().default(0),
    openScores: integer('open_scores').notNull().default(0),
    openObjections: integer('open_objections').notNull().default(0),
    isScored: integer('is_scored', { mode: 'boolean' }).notNull().default(false),
    isPlaced: integer('is_placed', { mode: 'boolean' }).notNull().default(false),
    /** Of the firm, kept here for lists: the name when last submitted. */
    firmName: text('firm_name').notNull(),
    creditCode: text('credit_code').notNull(),
  },
  (table) => [
    index('applications_by_firm').on(table.firmId, table.createdAt),
    index('applications_by_due').on(table.state, table.dueOn, table.id),
    index('applications_due').on(table.dueOn, table.id),
    index('applications_by_scheme').on(table.schemeId, table.state, table.id),
    index('applications_by_submitted').on(table.submittedAt, table.id),
    index('applications_by_credit_code').on(table.creditCode),
    // The desk's queue has more indexes, over an expression: they stand in the migration (`desk_by_…`).
  ],
);

/** What a firm is still writing (草稿): saved as it types, incomplete as it may be. Gone once submitted into a submission. */
export const applicationDrafts = sqliteTable('application_drafts', {
  applicationId: text('application_id')
    .primaryKey()
    .references(() => applications.id),
  /** Counts the savings: a page that is behind may not save. */
  draftVersion: integer('draft_version').notNull(),
  content: text('content').notNull(),
  /** Policy version the page showed when last saved, for telling what has changed since. */
  policyHash: text('policy_hash').notNull(),
  savedAt: text('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
  savedByName: text('saved_by_name').notNull(),
});

/** What was signed and submitted (提交件): frozen. A later submission is a row of its own and never touches this one. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    round: integer('round').notNull(),
    submittedAt: text('submitted_at').notNull(),
    certifierId: text('certifier_id').notNull(),
    certifierName: text('certifier_name').notNull(),
    schemeRevision: integer('scheme_revision').notNull(),
    policyId: text('policy_id').notNull(),
    policyInForceFrom: text('policy_in_force_from').notNull(),
    policyHash: text('policy_hash').notNull(),
    engineVersion: text('engine_version').notNull(),
    /** JSON: the content of the draft, facts with sources, files with digests, dates, decision, explanation, receipt. */
    content: text('content').notNull(),
    facts: text('facts').notNull(),
    dates: text('dates').notNull(),
    decision: text('decision').notNull(),
    explanation: text('explanation').notNull(),
    receipt: text('receipt').notNull(),
    receiptNumber: text('receipt_number').notNull(),
    algorithm: text('algorithm').notNull(),
    digest: text('digest').notNull(),
  },
  (table) => [uniqueIndex('submissions_by_round').on(table.applicationId, table.round)],
);

/** Every event of a case (办理记录), with who had a share in it under which duty. */
export const applicationEvents = sqliteTable(
  'application_events',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    seq: integer('seq').notNull(),
    event: text('event').notNull(),
    from: text('from_state', { enum: STATE_IDS }).notNull(),
    to: text('to_state', { enum: STATE_IDS }).notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
    duty: text('duty', { enum: DUTIES }),
    /** Shown to the firm. */
    reason: text('reason'),
    clause: text('clause'),
    details: text('details').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.seq] }), index('events_by_person').on(table.by)],
);

/** Time limits of a case (办理时限): working days used, pauses while the firm must act, and what was said on overrun. */
export const applicationClocks = sqliteTable(
  'application_clocks',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    kind: text('kind', { enum: CLOCK_KINDS }).notNull(),
    limitDays: integer('limit_days').notNull(),
    /** Day it began to run (not counted); for a resumed clock the day it went on. */
    startedOn: text('started_on').notNull(),
    /** Working days used up before the last pause. */
    usedDays: integer('used_days').notNull().default(0),
    pausedOn: text('paused_on'),
    dueOn: text('due_on'),
    endedOn: text('ended_on'),
    /** The last day that was passed, noted once by the passing of time; only clocks of the office. */
    overranOn: text('overran_on'),
    /** Why the limit was passed; shown publicly. */
    overrunReason: text('overrun_reason'),
    overrunBy: text('overrun_by'),
    /** The day the firm was reminded that its last day is near; once. */
    remindedOn: text('reminded_on'),
  },
  (table) => [
    index('clocks_by_case').on(table.applicationId),
    index('clocks_running').on(table.endedOn, table.dueOn),
    index('clocks_overrun').on(table.overranOn),
  ],
);

/** One line of the one-time complete list (一次性告知清单). */
export const corrections = sqliteTable(
  'corrections',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    round: integer('round').notNull(),
    /** What it is about: `material:<id>`, `fact:<id>` or `general`. */
    subject: text('subject').notNull(),
    problem: text('problem').notNull(),
    howToFix: text('how_to_fix').notNull(),
    /** Raised in a later round although visible in the first, and why (flagged). */
    lateReason: text('late_reason'),
    raisedAt: text('raised_at').notNull(),
    raisedBy: text('raised_by').notNull(),
    answeredAt: text('answered_at'),
    answer: text('answer'),
  },
  (table) => [index('corrections_by_case').on(table.applicationId)],
);

/** A material that may follow later (容缺材料), with the day it is due. */
export const deferrals = sqliteTable(
  'deferrals',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    materialId: text('material_id').notNull(),
    promisedAt: text('promised_at').notNull(),
    promisedBy: text('promised_by').notNull(),
    /** Set when the office accepts with this deferral. */
    dueOn: text('due_on'),
    deliveredAt: text('delivered_at'),
    fileIds: text('file_ids'),
    /** Set when the day passed without delivery: a broken promise. */
    brokenAt: text('broken_at'),
    /** The day the firm was reminded that the material is due; once. */
    remindedOn: text('reminded_on'),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.materialId] }), index('deferrals_due').on(table.dueOn)],
);

/** Words between the firm and the office, and notes that only the office reads. */
export const caseMessages = sqliteTable(
  'case_messages',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    visibility: text('visibility', { enum: ['shared', 'internal'] }).notNull(),
    side: text('side', { enum: ['firm', 'office'] }).notNull(),
    text: text('text').notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    byName: text('by_name').notNull(),
  },
  (table) => [index('messages_by_case').on(table.applicationId, table.at)],
);
