/** All tables, for drizzle and its migrations. */
export * from '../audit/table.ts';
export * from '../identity/table.ts';
export * from '../policies/table.ts';
