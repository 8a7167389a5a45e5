import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, sqliteView, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { applications } from '../applications/table.ts';

/** Where a case without a running clock stands in the queue: behind every day. */
export const NO_DAY = '9999-12-31';

/** What the desk lists: cases that were submitted at least once, to be read only. `dueKey` sorts them. */
export const deskCases = sqliteView('desk_cases').as((qb) =>
  qb
    .select({
      id: applications.id,
      number: applications.number,
      firmId: applications.firmId,
      firmName: applications.firmName,
      creditCode: applications.creditCode,
      projectName: applications.projectName,
      schemeId: applications.schemeId,
      schemeRevision: applications.schemeRevision,
      poolYear: applications.poolYear,
      state: applications.state,
      version: applications.version,
      claimFen: applications.claimFen,
      amountFen: applications.amountFen,
      submittedAt: applications.submittedAt,
      stateSince: applications.stateSince,
      endedAt: applications.endedAt,
      dueOn: applications.dueOn,
      dueKey: sql<string>`coalesce(${applications.dueOn}, '9999-12-31')`.as('due_key'),
      openTasks: applications.openTasks,
      openConflicts: applications.openConflicts,
      openCorrections: applications.openCorrections,
      openDeferrals: applications.openDeferrals,
    })
    .from(applications)
    .where(sql`${applications.submissionId} is not null`),
);

/** What can be searched of a case (检索), bounded; the trigram index over it is kept by triggers of the migration. */
export const caseTexts = sqliteTable('case_texts', {
  rowid: integer('rowid').primaryKey(),
  applicationId: text('application_id')
    .notNull()
    .unique()
    .references(() => applications.id),
  text: text('text').notNull(),
});

/** Who looks after a case at the desk (经办人). */
export const caseAssignments = sqliteTable(
  'case_assignments',
  {
    applicationId: text('application_id')
      .primaryKey()
      .references(() => applications.id),
    userId: text('user_id').notNull(),
    name: text('name').notNull(),
    assignedAt: text('assigned_at').notNull(),
    assignedBy: text('assigned_by').notNull(),
  },
  (table) => [index('assignments_by_user').on(table.userId, table.applicationId)],
);

/** A saved view of the queue (常用视图): the filters as the address of the page has them. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    ownerId: text('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    name: text('name').notNull(),
    filters: text('filters').notNull(),
    isShared: integer('is_shared', { mode: 'boolean' }).notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [uniqueIndex('views_by_owner').on(table.ownerId, table.name), index('views_shared').on(table.isShared)],
);

export const TASK_STATES = ['open', 'answered', 'silent', 'reopened'] as const;
export const TASK_ANSWERS = ['agree', 'disagree', 'needs-more'] as const;

/** What one department is asked about a case (部门审核任务). Asking again is a row of its own; the earlier answer stays. */
export const reviewTasks = sqliteTable(
  'review_tasks',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    department: text('department').notNull(),
    round: integer('round').notNull(),
    /** Words by locale, from the scheme; for a task opened again, with the reason. */
    question: text('question').notNull(),
    state: text('state', { enum: TASK_STATES }).notNull(),
    openedAt: text('opened_at').notNull(),
    /** Why it was asked again. */
    reopenReason: text('reopen_reason'),
    answer: text('answer', { enum: TASK_ANSWERS }),
    opinion: text('opinion'),
    /** Ids of files, as a JSON array. */
    evidence: text('evidence').notNull().default('[]'),
    /** What silence counts as, where the time ran out. */
    silence: text('silence', { enum: ['recorded', 'consent'] }),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
    closedByName: text('closed_by_name'),
  },
  (table) => [
    uniqueIndex('tasks_by_case').on(table.applicationId, table.department, table.round),
    index('tasks_by_department').on(table.department, table.state, table.applicationId),
  ],
);

/**
 * A computed criterion that a person has decided otherwise (人工改判): both values stay, with reason and evidence. A condition
 * has a verdict, a line of the score table has points; the database refuses both and neither.
 */
export const caseOverrides = sqliteTable(
  'case_overrides',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    submissionId: text('submission_id').notNull(),
    /** Place of the criterion in the policy, as in the reason tree. */
    path: text('path').notNull(),
    computed: text('computed').notNull(),
    verdict: text('verdict', { enum: ['yes', 'no'] }),
    /** Exact, as text. */
    points: text('points'),
    reason: text('reason').notNull(),
    evidence: text('evidence').notNull(),
    madeAt: text('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    /** Set when taken back; the row stays. */
    endedAt: text('ended_at'),
    endedBy: text('ended_by'),
    endedByName: text('ended_by_name'),
    endReason: text('end_reason'),
  },
  (table) => [
    uniqueIndex('override_in_force').on(table.submissionId, table.path).where(sql`ended_at IS NULL`),
    index('overrides_by_case').on(table.applicationId),
    check('override_is_one_answer', sql`(${table.verdict} IS NULL) <> (${table.points} IS NULL)`),
  ],
);

/** The result with the overrides of that moment (改判后结果), beside the computed one in the submission; never changed. */
export const overruledDecisions = sqliteTable(
  'overruled_decisions',
  {
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    seq: integer('seq').notNull(),
    submissionId: text('submission_id').notNull(),
    /** JSON: the overrulings in force, in order; with the policy they make the same document again. */
    overrides: text('overrides').notNull(),
    decision: text('decision').notNull(),
    explanation: text('explanation').notNull(),
    receipt: text('receipt').notNull(),
    madeAt: text('made_at').notNull(),
    madeBy: text('made_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.seq] })],
);
