import type { Database } from '../db/open-database.ts';

/** What the routes of the review need. */
export interface ReviewDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly bodyBytes: number;
}
