import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { yuanText } from '../money-text.ts';
import { moveInstalment } from './move-instalment.ts';
import { tellFirm } from './tell-payment.ts';

interface Stopping {
  readonly instalmentId: string;
  readonly version: number;
  readonly reason: string;
}

/** Stops an instalment that is not in an order (停止拨付): its money goes back to the pool. The firm is told why. */
export const stopInstalment = (act: PersonalAct, { instalmentId, version, reason }: Stopping): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const set = { stopReason: reason };
    const { row, around } = await moveInstalment(tx, act, { instalmentId, event: 'stop', version, reason, set });
    await tellFirm(tx, act, around.application, 'stopped', { amount: yuanText(row.amountFen), reason });
    return row.applicationId;
  });

/** Takes a stop back (恢复拨付) where the pool still holds the money; the condition is confirmed anew. */
export const resumeInstalment = (act: PersonalAct, { instalmentId, version, reason }: Stopping): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const set = { stopReason: null, confirmedAt: null, confirmedByName: null, confirmReason: null, evidence: '[]' };
    const { row, around } = await moveInstalment(tx, act, { instalmentId, event: 'resume', version, reason, set });
    await tellFirm(tx, act, around.application, 'resumed', { amount: yuanText(row.amountFen) });
    return row.applicationId;
  });
