import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { changeState } from './change-state.ts';
import type { EventId } from './lifecycle.ts';
import { type ApplicationRow, readApplication } from './queries.ts';

const STEPS: readonly EventId[] = ['send-to-panel', 'send-to-ranking', 'send-to-decision'];

/** Sends a case on to its next step when the one before is finished; called by whatever may have finished it. */
export async function advanceCase(
  tx: Transaction,
  { now, requestId }: Pick<Act, 'now' | 'requestId'>,
  applicationId: string,
): Promise<ApplicationRow> {
  for (const event of STEPS) {
    try {
      return await changeState(tx, { actor: 'system', now, requestId }, { applicationId, event });
    } catch (error) {
      if (!(error instanceof ApiError) || (error.status !== 409 && error.status !== 412)) throw error;
    }
  }
  const row = await readApplication(tx, applicationId);
  if (!row) throw new ApiError(404, 'not-found');
  return row;
}
