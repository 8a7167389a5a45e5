/** All tables, for drizzle and its migrations. */
export * from '../allocations/table.ts';
export * from '../applications/table.ts';
export * from '../audit/table.ts';
export * from '../calendar/table.ts';
export * from '../decisions/table.ts';
export * from '../duplicates/table.ts';
export * from '../files/table.ts';
export * from '../firms/table.ts';
export * from '../http/idempotency-table.ts';
export * from '../identity/table.ts';
export * from '../notifications/table.ts';
export * from '../panels/table.ts';
export * from '../policies/table.ts';
export * from '../publicity/table.ts';
export * from '../review/table.ts';
export * from '../schemes/table.ts';
export * from '../studio/table.ts';
