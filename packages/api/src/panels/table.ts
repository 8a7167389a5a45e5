import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { applications } from '../applications/table.ts';
import { users } from '../identity/table.ts';
import { CONFLICT_KINDS } from './conflict-kinds.ts';

/** Versions of scoring sheets (评分表). A published version is never changed; a panel keeps the one it began with. */
export const scoringSheets = sqliteTable(
  'scoring_sheets',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: ['draft', 'published'] }).notNull(),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    savedAt: text('saved_at').notNull(),
    savedBy: text('saved_by').notNull(),
    publishedAt: text('published_at'),
    publishedBy: text('published_by'),
  },
  (table) => [primaryKey({ columns: [table.id, table.version] })],
);

/** Whom an expert works for (专家任职单位); the system looks for conflicts of interest by it. */
export const expertProfiles = sqliteTable('expert_profiles', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id),
  employer: text('employer').notNull(),
  employerCode: text('employer_code'),
  savedAt: text('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
});

/** An expert panel (专家评审组) over one or more cases of a scheme. `version` counts every change of it. */
export const panels = sqliteTable(
  'panels',
  {
    id: text('id').primaryKey(),
    label: text('label').notNull(),
    schemeId: text('scheme_id').notNull(),
    status: text('status', { enum: ['scoring', 'unsealed', 'closed'] }).notNull(),
    version: integer('version').notNull(),
    sheetId: text('sheet_id').notNull(),
    sheetVersion: integer('sheet_version').notNull(),
    isBlind: integer('is_blind', { mode: 'boolean' }).notNull(),
    /** How many experts must score a case. */
    expertsNeeded: integer('experts_needed').notNull(),
    /** A score this many standard deviations from the mean is flagged, in hundredths. */
    outlierAt: integer('outlier_at').notNull(),
    round: integer('round').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    minutes: text('minutes'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
  },
  (table) => [index('panels_by_status').on(table.status, table.id)],
);

/** Cases before a panel; `round` is the last one in which a case was scored. */
export const panelCases = sqliteTable(
  'panel_cases',
  {
    panelId: text('panel_id')
      .notNull()
      .references(() => panels.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    round: integer('round').notNull(),
    /** Mean of the panel in hundredths of a point, once closed. */
    score: integer('score'),
  },
  (table) => [
    primaryKey({ columns: [table.panelId, table.applicationId] }),
    index('panel_cases_by_case').on(table.applicationId),
  ],
);

export const panelExperts = sqliteTable(
  'panel_experts',
  {
    panelId: text('panel_id')
      .notNull()
      .references(() => panels.id),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    isChair: integer('is_chair', { mode: 'boolean' }).notNull(),
    assignedAt: text('assigned_at').notNull(),
    assignedBy: text('assigned_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.panelId, table.userId] }),
    index('panel_experts_by_person').on(table.userId),
  ],
);

/** What an expert declared on a case (回避申报), or what the system found; a conflict is never taken back. */
export const panelDeclarations = sqliteTable(
  'panel_declarations',
  {
    panelId: text('panel_id')
      .notNull()
      .references(() => panels.id),
    applicationId: text('application_id').notNull(),
    userId: text('user_id').notNull(),
    hasConflict: integer('has_conflict', { mode: 'boolean' }).notNull(),
    kind: text('kind', { enum: CONFLICT_KINDS }),
    note: text('note'),
    foundBy: text('found_by', { enum: ['expert', 'system'] }).notNull(),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.applicationId, table.userId] })],
);

/** Rounds of scoring (评分轮次); scores of a round are sealed until it is unsealed. */
export const panelRounds = sqliteTable(
  'panel_rounds',
  {
    panelId: text('panel_id')
      .notNull()
      .references(() => panels.id),
    round: integer('round').notNull(),
    reason: text('reason'),
    startedAt: text('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    unsealedAt: text('unsealed_at'),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.round] })],
);

/** Marks of one expert on one case in one round (评分). Once handed in they are not changed. */
export const panelScores = sqliteTable(
  'panel_scores',
  {
    panelId: text('panel_id')
      .notNull()
      .references(() => panels.id),
    applicationId: text('application_id').notNull(),
    userId: text('user_id').notNull(),
    round: integer('round').notNull(),
    /** JSON: criterion → points in hundredths, or null where it does not apply. */
    marks: text('marks').notNull(),
    /** Total out of 100 in hundredths of a point, once handed in. */
    total: integer('total'),
    comment: text('comment').notNull(),
    savedAt: text('saved_at').notNull(),
    handedInAt: text('handed_in_at'),
  },
  (table) => [primaryKey({ columns: [table.panelId, table.applicationId, table.userId, table.round] })],
);
