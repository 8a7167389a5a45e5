import { listMovements, spentIn } from '../../allocations/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { listRecoveries } from '../queries.ts';

/** What of the paid money of a case is neither claimed back nor came back, in 分. */
export async function recoverableFen(db: Reader, applicationId: string): Promise<number> {
  const { paidFen } = spentIn(await listMovements(db, applicationId));
  const standing = (await listRecoveries(db, applicationId)).map(({ state, amountFen, receivedFen }) =>
    state === 'withdrawn' ? receivedFen : amountFen,
  );
  return paidFen - standing.reduce((sum, each) => sum + each, 0);
}
