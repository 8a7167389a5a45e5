import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { LEDGER_KINDS } from './ledger-kinds.ts';

/**
 * The money of one pool, or sub-pool, in one year (资金池年度账), in 分. The sums are kept in the transaction of each entry of
 * the ledger. INVARIANT (pool-never-overdrawn): reserved and committed together never pass the budget and what came back;
 * what is ordered and paid never passes what is committed. The database itself refuses a row that breaks it.
 */
export const poolYears = sqliteTable(
  'pool_years',
  {
    policyId: text('policy_id').notNull(),
    poolId: text('pool_id').notNull(),
    year: integer('year').notNull(),
    /** The pool this one is a part of; absent for a pool of its own. */
    parentId: text('parent_id'),
    budgetFen: integer('budget_fen').notNull(),
    reservedFen: integer('reserved_fen').notNull().default(0),
    /** Approved and not stopped, paid or not. */
    committedFen: integer('committed_fen').notNull().default(0),
    /** In payment orders whose result the bank has not told yet. */
    orderedFen: integer('ordered_fen').notNull().default(0),
    paidFen: integer('paid_fen').notNull().default(0),
    recoveredFen: integer('recovered_fen').notNull().default(0),
    /** Policy version that the budget was read from. */
    policyHash: text('policy_hash').notNull(),
    openedAt: text('opened_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.policyId, table.poolId, table.year] }),
    check(
      'pool_within_budget',
      sql`${table.reservedFen} + ${table.committedFen} <= ${table.budgetFen} + ${table.recoveredFen}`,
    ),
    check('pool_paid_within_committed', sql`${table.orderedFen} + ${table.paidFen} <= ${table.committedFen}`),
    check('pool_recovered_within_paid', sql`${table.recoveredFen} <= ${table.paidFen}`),
    check(
      'pool_not_below_zero',
      sql`min(${table.reservedFen}, ${table.committedFen}, ${table.orderedFen}, ${table.recoveredFen}) >= 0`,
    ),
  ],
);

/** Every movement of a pool's money (资金池流水): rows are only ever added. Amounts are above 0; the kind says which way. */
export const poolLedger = sqliteTable(
  'pool_ledger',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id').notNull(),
    poolId: text('pool_id').notNull(),
    year: integer('year').notNull(),
    applicationId: text('application_id').notNull(),
    kind: text('kind', { enum: LEDGER_KINDS }).notNull(),
    amountFen: integer('amount_fen').notNull(),
    at: text('at').notNull(),
    by: text('by').notNull(),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('ledger_by_pool').on(table.policyId, table.poolId, table.year, table.id),
    index('ledger_by_case').on(table.applicationId, table.id),
    check('ledger_amount_above_zero', sql`${table.amountFen} > 0`),
  ],
);

/**
 * A ranking and allocation that was confirmed (排序分配结果): never changed. Rules, claims and result are canonical JSON, so
 * that allocating again gives the same bytes.
 */
export const allocations = sqliteTable(
  'allocations',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id').notNull(),
    poolId: text('pool_id').notNull(),
    year: integer('year').notNull(),
    policyHash: text('policy_hash').notNull(),
    engineVersion: text('engine_version').notNull(),
    /** The pool's rules with what was free of its budget. */
    rules: text('rules').notNull(),
    claims: text('claims').notNull(),
    result: text('result').notNull(),
    algorithm: text('algorithm').notNull(),
    digest: text('digest').notNull(),
    /** JSON: the version of each case once it was placed; a case at that version has not changed since. */
    placed: text('placed').notNull().default('{}'),
    confirmedAt: text('confirmed_at').notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    confirmedByName: text('confirmed_by_name').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('allocations_by_pool').on(table.policyId, table.poolId, table.year)],
);
