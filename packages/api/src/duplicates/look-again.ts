import type { ApplicationRow } from '../applications/queries.ts';
import { STATES } from '../applications/states.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { findDuplicates } from './find-duplicates.ts';

/** Looks for double money again because a person asks, while the case is open. Returns how many doubts are new. */
export const lookAgain = (act: PersonalAct, row: ApplicationRow): Promise<number> =>
  withTransaction(act.database, async (tx) => {
    if (STATES[row.state].turn !== 'office') throw new ApiError(409, 'not-in-this-state');
    const added = await findDuplicates(tx, act, row);
    await appendAudit(tx, act, {
      action: 'duplicates.looked-for',
      subject: { type: 'application', id: row.id },
      details: { added },
    });
    return added;
  });
