import { changeState } from '../../applications/change-state.ts';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { openReview } from '../open-review.ts';
import { tellFirm } from '../tell-firm.ts';

/** Accepts a case (受理): the departments are asked at once, all of them at the same time. */
export const acceptCase = (
  act: PersonalAct,
  { applicationId, version }: { readonly applicationId: string; readonly version: number },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const row = await changeState(tx, act, { applicationId, event: 'accept', version });
    await openReview(tx, act, row);
    await tellFirm(tx, act, row, 'accept');
    return row;
  });
