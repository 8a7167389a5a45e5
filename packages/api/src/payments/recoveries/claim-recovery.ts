import { readCaseMoney } from '../../allocations/queries.ts';
import { readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { yuanText } from '../../money-text.ts';
import { recoveries } from '../table.ts';
import { tellFirm } from '../tell-payment.ts';
import { recoverableFen } from './recoverable.ts';

export interface Claim {
  readonly applicationId: string;
  readonly amountFen: number;
  readonly reason: string;
  readonly clause: string;
  readonly dueOn: string;
}

/** Claims paid money back (追回). INVARIANT (recovery-within-paid): claims that stand never pass what was paid. */
export const claimRecovery = (act: PersonalAct, claim: Claim): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const { applicationId, amountFen, reason, clause, dueOn } = claim;
    const row = await readApplication(tx, applicationId);
    const { pool } = await readCaseMoney(tx, applicationId);
    if (!row || !pool) throw new ApiError(404, 'not-found');
    const mostFen = await recoverableFen(tx, applicationId);
    if (amountFen > mostFen)
      throw refuseAll('invalid-request', [
        {
          path: 'amount',
          message: message('api.detail.above-paid', { most: yuanText(mostFen) }),
          fix: message('api.fix.above-paid'),
        },
      ]);
    const id = newId();
    await tx.insert(recoveries).values({
      id,
      applicationId,
      state: 'open',
      version: 1,
      amountFen,
      reason,
      clause,
      dueOn,
      claimedAt: act.now.toISOString(),
      claimedByName: act.actor.name,
    });
    const amount = yuanText(amountFen);
    const details = { recovery: id, amount, reason, clause, dueOn };
    await recordShare(tx, act, row, { what: 'payment.recovery-claimed', duty: 'pay', reason, details });
    await tellFirm(tx, act, row, 'recovery-claimed', { amount, reason, day: dueOn });
  });
