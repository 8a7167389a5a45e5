import { changeState } from '../../applications/change-state.ts';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { tellFirm } from '../tell-firm.ts';
import type { RefuseAcceptanceRequest } from './contract.ts';

/** Does not accept a case (不予受理), with the reason and the clause it rests on. */
export const refuseAcceptance = (
  act: PersonalAct,
  { applicationId, version, reason, clause }: RefuseAcceptanceRequest & { readonly applicationId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const row = await changeState(tx, act, { applicationId, event: 'refuse-acceptance', version, reason, clause });
    await tellFirm(tx, act, row, 'refuse-acceptance', { reason });
    return row;
  });
