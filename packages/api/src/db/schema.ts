/** All tables, for drizzle and its migrations. */
export { policyVersions } from '../policies/table.ts';
