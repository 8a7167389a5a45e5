import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';

/** Looks for double money in the transaction of what makes it necessary. Returns how many doubts are new. */
export async function findDuplicates(
  _tx: Transaction,
  _act: Omit<Act, 'database'>,
  _row: ApplicationRow,
): Promise<number> {
  return 0;
}
