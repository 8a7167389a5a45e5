import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { applications } from '../applications/table.ts';

export const FINDING_KINDS = ['same-project', 'declared-elsewhere', 'same-stack', 'same-file'] as const;
export const FINDING_ANSWERS = ['not-a-duplicate', 'deduct', 'refuse'] as const;

/**
 * Doubts about double money (重复与叠加疑点): found by the system, answered by a person. One row for a case and a
 * fingerprint, so that looking again adds nothing that is known.
 */
export const duplicateFindings = sqliteTable(
  'duplicate_findings',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    fingerprint: text('fingerprint').notNull(),
    kind: text('kind', { enum: FINDING_KINDS }).notNull(),
    /** The other case, where it is one of this office. */
    otherId: text('other_id').references(() => applications.id),
    /** JSON: what agrees (names, likeness, years, amounts, files). */
    details: text('details').notNull(),
    foundAt: text('found_at').notNull(),
    answer: text('answer', { enum: FINDING_ANSWERS }),
    reason: text('reason'),
    /** To take off the award, in 分. */
    deductFen: integer('deduct_fen'),
    answeredAt: text('answered_at'),
    answeredBy: text('answered_by'),
    answeredByName: text('answered_by_name'),
  },
  (table) => [
    uniqueIndex('findings_by_fingerprint').on(table.applicationId, table.fingerprint),
    index('findings_by_other').on(table.otherId),
  ],
);
