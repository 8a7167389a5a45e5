import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { DRAFT_STATES } from './draft-states.ts';

/** Who did it and when, with the name the person had then. */
const by = () => ({ by: text('by').notNull(), byName: text('by_name').notNull(), at: text('at').notNull() });

/**
 * Texts being written (政策草案). `document` may be incomplete; `version` counts every saving, and `hash` is that of the text as
 * it would be published. Once published a draft is never changed again: it is the record of how the version came about.
 */
export const policyDrafts = sqliteTable(
  'policy_drafts',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id').notNull(),
    title: text('title').notNull(),
    /** The text it came from, e.g. `version:nbhtz-ladder:2020-11-23`. */
    base: text('base'),
    baseHash: text('base_hash'),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: DRAFT_STATES }).notNull(),
    /** Parks the version is to apply to, as a JSON array; absent for the whole zone. */
    parks: text('parks'),
    /** Why an earlier text is published again. */
    rollbackReason: text('rollback_reason'),
    draftsRule: text('drafts_rule', { enum: ['keep', 'move', 'better'] }),
    casesRule: text('cases_rule', { enum: ['keep', 'move', 'better'] }),
    transitionReason: text('transition_reason'),
    transitionBy: text('transition_by'),
    transitionByName: text('transition_by_name'),
    transitionAt: text('transition_at'),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedByName: text('updated_by_name').notNull(),
    publishedAt: text('published_at'),
    /** First day in force, once published. */
    inForceFrom: text('in_force_from'),
    /** Set when the version took effect and cases under way were seen to. */
    appliedAt: text('applied_at'),
    endReason: text('end_reason'),
  },
  (table) => [
    index('policy_drafts_by_policy').on(table.policyId, table.id),
    index('policy_drafts_due').on(table.state, table.inForceFrom),
  ],
);

/** Every saving (修改历史): what was changed and how to take it back, so that it can be undone in another session. */
export const policyDraftEdits = sqliteTable(
  'policy_draft_edits',
  {
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    /** Version of the draft after it. */
    version: integer('version').notNull(),
    kind: text('kind', { enum: ['save', 'edit', 'fix', 'undo', 'redo'] }).notNull(),
    summary: text('summary').notNull(),
    ops: text('ops').notNull(),
    inverse: text('inverse').notNull(),
    /** The saving this one takes back. */
    reverts: integer('reverts'),
    revertedBy: integer('reverted_by'),
    ...by(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.version] })],
);

/** Remarks on a place of a draft (批注). */
export const policyDraftComments = sqliteTable(
  'policy_draft_comments',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    path: text('path').notNull(),
    text: text('text').notNull(),
    replyTo: text('reply_to'),
    ...by(),
    resolvedAt: text('resolved_at'),
    resolvedBy: text('resolved_by'),
    resolvedByName: text('resolved_by_name'),
  },
  (table) => [index('policy_draft_comments_by_draft').on(table.draftId, table.id)],
);

/** Worked cases of a draft (算例). One the engine made counts once a person has confirmed it. */
export const policyDraftCases = sqliteTable(
  'policy_draft_cases',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    content: text('content').notNull(),
    isGenerated: integer('is_generated', { mode: 'boolean' }).notNull(),
    confirmedAt: text('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    confirmedByName: text('confirmed_by_name'),
    ...by(),
  },
  (table) => [index('policy_draft_cases_by_draft').on(table.draftId, table.id)],
);

/** Trials kept with a draft as evidence (试算记录): which text, which firms, what came out. Never changed once finished. */
export const policyTrials = sqliteTable(
  'policy_trials',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    title: text('title').notNull(),
    state: text('state', { enum: ['running', 'done', 'failed'] }).notNull(),
    draftVersion: integer('draft_version').notNull(),
    draftHash: text('draft_hash').notNull(),
    against: text('against'),
    population: text('population').notNull(),
    firms: integer('firms').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    digest: text('digest'),
    dates: text('dates').notNull(),
    result: text('result'),
    failure: text('failure'),
    milliseconds: integer('milliseconds'),
    finishedAt: text('finished_at'),
    ...by(),
  },
  (table) => [index('policy_trials_by_draft').on(table.draftId, table.id)],
);

/** Public consultations (征求意见) on a text that is frozen with them, or why there is none. */
export const policyConsultations = sqliteTable(
  'policy_consultations',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    kind: text('kind', { enum: ['public', 'exempt'] }).notNull(),
    /** Words as JSON by language. */
    title: text('title'),
    text: text('text'),
    opensOn: text('opens_on'),
    closesOn: text('closes_on'),
    contact: text('contact'),
    /** Why there is none, or why it is shorter than thirty days. */
    reason: text('reason'),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    changes: text('changes').notNull(),
    ...by(),
  },
  (table) => [index('policy_consultations_by_draft').on(table.draftId, table.id)],
);

/** What the public said, and the answers. */
export const consultationComments = sqliteTable(
  'consultation_comments',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    consultationId: text('consultation_id')
      .notNull()
      .references(() => policyConsultations.id),
    path: text('path'),
    name: text('name'),
    contact: text('contact'),
    text: text('text').notNull(),
    receivedAt: text('received_at').notNull(),
    reply: text('reply'),
    isAdopted: integer('is_adopted', { mode: 'boolean' }),
    repliedAt: text('replied_at'),
    repliedBy: text('replied_by'),
    repliedByName: text('replied_by_name'),
    hiddenReason: text('hidden_reason'),
    hiddenAt: text('hidden_at'),
    hiddenBy: text('hidden_by'),
  },
  (table) => [index('consultation_comments_by_consultation').on(table.consultationId, table.id)],
);

/** Fair-competition reviews (公平竞争审查), one for each criticised condition of a draft; the last one counts. */
export const fairnessReviews = sqliteTable(
  'fairness_reviews',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    of: text('of').notNull(),
    article10: text('article_10'),
    reason: text('reason').notNull(),
    until: text('until').notNull(),
    ...by(),
  },
  (table) => [index('fairness_reviews_by_draft').on(table.draftId, table.id)],
);

/** Opinions of the legality review (合法性审核); the last one counts, for the text with its hash. */
export const legalityNotes = sqliteTable(
  'legality_notes',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    opinion: text('opinion', { enum: ['lawful', 'lawful-with-remarks', 'unlawful'] }).notNull(),
    reviewer: text('reviewer').notNull(),
    text: text('text').notNull(),
    on: text('on').notNull(),
    hash: text('hash').notNull(),
    ...by(),
  },
  (table) => [index('legality_notes_by_draft').on(table.draftId, table.id)],
);

/** Decisions of a second person (审批) on exactly one text; the changes seen then are kept with them. */
export const policyApprovals = sqliteTable(
  'policy_approvals',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    decision: text('decision', { enum: ['approve', 'return'] }).notNull(),
    hash: text('hash').notNull(),
    note: text('note').notNull(),
    changes: text('changes').notNull(),
    /** Set by the first change of the text afterwards: the approval counts no longer. */
    voidedAt: text('voided_at'),
    ...by(),
  },
  (table) => [index('policy_approvals_by_draft').on(table.draftId, table.id)],
);

/** Announcements of published versions (公布). */
export const policyNotices = sqliteTable(
  'policy_notices',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    policyId: text('policy_id').notNull(),
    inForceFrom: text('in_force_from').notNull(),
    publishedOn: text('published_on').notNull(),
    /** JSON: what everyone may read of it. */
    content: text('content').notNull(),
  },
  (table) => [index('policy_notices_by_policy').on(table.policyId, table.inForceFrom)],
);

/** What became of each draft and case under way when a version took effect (过渡). */
export const policyTransitions = sqliteTable(
  'policy_transitions',
  {
    draftId: text('draft_id')
      .notNull()
      .references(() => policyDrafts.id),
    applicationId: text('application_id').notNull(),
    kind: text('kind', { enum: ['draft', 'case'] }).notNull(),
    rule: text('rule', { enum: ['keep', 'move', 'better'] }).notNull(),
    outcome: text('outcome', { enum: ['kept', 'moved', 'failed'] }).notNull(),
    before: text('before'),
    after: text('after'),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.applicationId] })],
);
