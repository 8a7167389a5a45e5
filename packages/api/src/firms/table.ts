import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Parks of the zone (园区, 一区多园): a setting the administrators edit. A park no longer offered keeps its row. */
export const parks = sqliteTable('parks', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  labelEn: text('label_en').notNull(),
  position: integer('position').notNull(),
  retiredAt: text('retired_at'),
});

/** Firms (企业): who they are on the register. `version` counts every change of the profile. */
export const firms = sqliteTable(
  'firms',
  {
    id: text('id').primaryKey(),
    creditCode: text('credit_code').notNull().unique(),
    /** A person has compared a code that fails its own check with the licence, and it stands. */
    isCodeConfirmed: integer('is_code_confirmed', { mode: 'boolean' }).notNull().default(false),
    name: text('name').notNull(),
    registeredOn: text('registered_on').notNull(),
    /** Code of GB/T 4754-2017, as deep as the firm could say. */
    industryCode: text('industry_code').notNull(),
    industryNote: text('industry_note'),
    parkId: text('park_id').references(() => parks.id),
    registeredAddress: text('registered_address').notNull(),
    legalRepresentative: text('legal_representative').notNull(),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    updatedAt: text('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (table) => [index('firms_by_name').on(table.name, table.id), index('firms_by_park').on(table.parkId)],
);

/** People to call (联系人); they belong to the profile and change with its version. */
export const firmContacts = sqliteTable(
  'firm_contacts',
  {
    id: text('id').primaryKey(),
    firmId: text('firm_id')
      .notNull()
      .references(() => firms.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    duty: text('duty'),
    phone: text('phone').notNull(),
    email: text('email'),
  },
  (table) => [index('firm_contacts_by_firm').on(table.firmId, table.position)],
);

/**
 * Accounts for payment (收款账户), each with the consent it was given under. The number is encrypted; one account of a firm
 * is in use, the others are history. Withdrawing the consent wipes the number and keeps the row.
 */
export const firmBankAccounts = sqliteTable(
  'firm_bank_accounts',
  {
    id: text('id').primaryKey(),
    firmId: text('firm_id')
      .notNull()
      .references(() => firms.id),
    holder: text('holder').notNull(),
    bankName: text('bank_name').notNull(),
    /** 12 digits by which banks find each other (联行号). */
    bankCode: text('bank_code'),
    sealedNumber: text('sealed_number'),
    algorithm: text('algorithm').notNull(),
    keyId: text('key_id').notNull(),
    lastDigits: text('last_digits').notNull(),
    consentVersion: text('consent_version').notNull(),
    consentAt: text('consent_at').notNull(),
    consentBy: text('consent_by').notNull(),
    endedAt: text('ended_at'),
    endedBy: text('ended_by'),
    endedWhy: text('ended_why', { enum: ['replaced', 'consent-withdrawn'] }),
  },
  (table) => [
    uniqueIndex('firm_bank_account_in_use').on(table.firmId).where(sql`ended_at IS NULL`),
    index('firm_bank_accounts_by_firm').on(table.firmId),
  ],
);

export const FACT_SOURCES = ['declared', 'proven', 'register'] as const;
export type FactSource = (typeof FACT_SOURCES)[number];
export const FACT_STATES = ['known', 'unknown', 'notApplicable'] as const;

/**
 * What is known of a firm (指标数据), a row for each value ever recorded. A row is never changed but for the mark that it
 * no longer counts. `year` is empty for a fact that has none. INVARIANT (fact-history): at most one row of a fact and
 * year counts, and every row that ever counted is still there.
 */
export const firmFacts = sqliteTable(
  'firm_facts',
  {
    id: text('id').primaryKey(),
    firmId: text('firm_id')
      .notNull()
      .references(() => firms.id),
    factId: text('fact_id').notNull(),
    year: text('year').notNull().default(''),
    state: text('state', { enum: FACT_STATES }).notNull(),
    /** The value as JSON where it is known. */
    value: text('value'),
    source: text('source', { enum: FACT_SOURCES }).notNull(),
    /** Ids of evidence files, as a JSON array. */
    evidence: text('evidence').notNull().default('[]'),
    note: text('note'),
    recordedAt: text('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    supersededAt: text('superseded_at'),
    supersededBy: text('superseded_by'),
  },
  (table) => [
    uniqueIndex('firm_facts_current').on(table.firmId, table.factId, table.year).where(sql`superseded_at IS NULL`),
    index('firm_facts_history').on(table.firmId, table.factId, table.year, table.id),
  ],
);

/**
 * The firms of whom a figure, or what firms are told apart by, has changed, each under the number of its last change (企业数据
 * 变更序号). Who holds firms in memory reads those again whose number is higher than the one it has seen. INVARIANT
 * (firm-changes): kept by triggers, so that no way of writing can pass by it.
 */
export const firmChanges = sqliteTable('firm_changes', {
  number: integer('number').primaryKey({ autoIncrement: true }),
  firmId: text('firm_id').notNull().unique(),
});
