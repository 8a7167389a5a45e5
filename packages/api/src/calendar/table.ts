import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The working calendar by year (工作日历): one row for each State Council notice, as it was last amended. */
export const calendarYears = sqliteTable('calendar_years', {
  year: text('year').primaryKey(),
  /** JSON arrays of days. */
  off: text('off').notNull(),
  work: text('work').notNull(),
  source: text('source').notNull(),
  basis: text('basis', { enum: ['official', 'derived', 'assumed'] }).notNull(),
  changedAt: text('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});
