import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { changeState } from './change-state.ts';
import { CERTIFIERS, ownCase } from './own-case.ts';
import type { ApplicationRow } from './queries.ts';

interface Withdrawal {
  readonly applicationId: string;
  readonly version: number;
  readonly reason?: string | undefined;
}

/** Withdraws a case at any time before it is decided (撤回); it stays to be read and copied. */
export const withdrawApplication = (
  act: PersonalAct,
  { applicationId, version, reason }: Withdrawal,
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    await ownCase(tx, act.actor, applicationId, CERTIFIERS);
    return changeState(tx, act, { applicationId, event: 'withdraw', version, ...(reason ? { reason } : {}) });
  });
