import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { applications } from '../applications/table.ts';
import { ORDER_STATE_IDS, PAYMENT_STATE_IDS } from './states.ts';

/** How the money of an approved case is to be paid (拨付计划): made once, when it is approved, and never changed. */
export const paymentPlans = sqliteTable('payment_plans', {
  applicationId: text('application_id')
    .primaryKey()
    .references(() => applications.id),
  firmId: text('firm_id').notNull(),
  policyId: text('policy_id').notNull(),
  poolId: text('pool_id').notNull(),
  year: integer('year').notNull(),
  totalFen: integer('total_fen').notNull(),
  plannedAt: text('planned_at').notNull(),
});

/** One part of a plan (分期) and what has become of it. */
export const instalments = sqliteTable(
  'instalments',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => paymentPlans.applicationId),
    seq: integer('seq').notNull(),
    /** What it is for: the award. */
    label: text('label').notNull(),
    labelEn: text('label_en').notNull(),
    /** When it is paid, in the words of the policy; absent where nothing more need happen. */
    condition: text('condition'),
    conditionEn: text('condition_en'),
    amountFen: integer('amount_fen').notNull(),
    state: text('state', { enum: PAYMENT_STATE_IDS }).notNull(),
    version: integer('version').notNull(),
    stateSince: text('state_since').notNull(),
    /** Why the condition counts as met, and the files that show it (JSON). */
    confirmedAt: text('confirmed_at'),
    confirmedByName: text('confirmed_by_name'),
    confirmReason: text('confirm_reason'),
    evidence: text('evidence').notNull().default('[]'),
    stopReason: text('stop_reason'),
  },
  (table) => [
    uniqueIndex('instalments_by_case').on(table.applicationId, table.seq),
    index('instalments_by_state').on(table.state, table.id),
    check('instalment_above_zero', sql`${table.amountFen} > 0`),
  ],
);

/** Payments that go to the bank together (拨付单): prepared by one person, released by another. */
export const paymentOrders = sqliteTable(
  'payment_orders',
  {
    id: text('id').primaryKey(),
    number: text('number').notNull().unique(),
    state: text('state', { enum: ORDER_STATE_IDS }).notNull(),
    version: integer('version').notNull(),
    note: text('note'),
    preparedAt: text('prepared_at').notNull(),
    preparedBy: text('prepared_by').notNull(),
    preparedByName: text('prepared_by_name').notNull(),
    releasedAt: text('released_at'),
    releasedBy: text('released_by'),
    releasedByName: text('released_by_name'),
    returnReason: text('return_reason'),
  },
  (table) => [index('orders_by_state').on(table.state, table.id)],
);

export const ROW_STATES = ['prepared', 'released', 'paid', 'bounced', 'returned'] as const;

/**
 * One payment in an order (拨付明细), with the account as it was when prepared. INVARIANT (paid-once): an instalment stands in
 * one order that is under way or paid; the database itself refuses a second row.
 */
export const paymentRows = sqliteTable(
  'payment_rows',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => paymentOrders.id),
    instalmentId: text('instalment_id')
      .notNull()
      .references(() => instalments.id),
    applicationId: text('application_id').notNull(),
    firmId: text('firm_id').notNull(),
    amountFen: integer('amount_fen').notNull(),
    state: text('state', { enum: ROW_STATES }).notNull(),
    /** The account of the firm it was taken from. */
    accountId: text('account_id').notNull(),
    holder: text('holder').notNull(),
    /** Why it is paid to another name than the firm's. */
    holderReason: text('holder_reason'),
    bankName: text('bank_name').notNull(),
    bankCode: text('bank_code'),
    lastDigits: text('last_digits').notNull(),
    /** Encrypted, bound to this row; wiped where the firm has withdrawn its consent. */
    sealedNumber: text('sealed_number'),
    algorithm: text('algorithm').notNull(),
    keyId: text('key_id').notNull(),
    consentVersion: text('consent_version').notNull(),
    consentAt: text('consent_at').notNull(),
    /** What the bank said. */
    paidOn: text('paid_on'),
    bankReference: text('bank_reference'),
    bounceReason: text('bounce_reason'),
    resultAt: text('result_at'),
    resultByName: text('result_by_name'),
    returnReason: text('return_reason'),
  },
  (table) => [
    uniqueIndex('rows_paid_once').on(table.instalmentId).where(sql`${table.state} in ('prepared', 'released', 'paid')`),
    index('rows_by_order').on(table.orderId, table.id),
    index('rows_by_case').on(table.applicationId, table.id),
    index('rows_by_firm').on(table.firmId),
  ],
);

/** Money that a firm must give back (追回): a claim, and what has come in of it. */
export const recoveries = sqliteTable(
  'recoveries',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => paymentPlans.applicationId),
    state: text('state', { enum: ['open', 'settled', 'withdrawn'] }).notNull(),
    version: integer('version').notNull(),
    amountFen: integer('amount_fen').notNull(),
    receivedFen: integer('received_fen').notNull().default(0),
    reason: text('reason').notNull(),
    clause: text('clause').notNull(),
    dueOn: text('due_on').notNull(),
    claimedAt: text('claimed_at').notNull(),
    claimedByName: text('claimed_by_name').notNull(),
    withdrawReason: text('withdraw_reason'),
  },
  (table) => [
    index('recoveries_by_case').on(table.applicationId, table.id),
    check('recovery_within_claim', sql`${table.receivedFen} between 0 and ${table.amountFen}`),
  ],
);

/** Each amount that came in (追回到账). */
export const recoveryReceipts = sqliteTable(
  'recovery_receipts',
  {
    id: text('id').primaryKey(),
    recoveryId: text('recovery_id')
      .notNull()
      .references(() => recoveries.id),
    amountFen: integer('amount_fen').notNull(),
    receivedOn: text('received_on').notNull(),
    bankReference: text('bank_reference').notNull(),
    notedAt: text('noted_at').notNull(),
    notedByName: text('noted_by_name').notNull(),
  },
  (table) => [index('receipts_by_recovery').on(table.recoveryId)],
);
