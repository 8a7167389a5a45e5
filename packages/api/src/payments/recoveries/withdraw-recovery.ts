import { and, eq } from 'drizzle-orm';
import { readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { readRecovery } from '../queries.ts';
import { recoveries } from '../table.ts';
import { tellFirm } from '../tell-payment.ts';

interface Withdrawal {
  readonly recoveryId: string;
  readonly version: number;
  readonly reason: string;
}

/** Takes back what is still open of a claim that was wrong (撤销追回); what came in stays on record. */
export const withdrawRecovery = (act: PersonalAct, { recoveryId, version, reason }: Withdrawal): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const claim = await readRecovery(tx, recoveryId);
    const row = claim && (await readApplication(tx, claim.applicationId));
    if (!claim || !row) throw new ApiError(404, 'not-found');
    const [after] = await tx
      .update(recoveries)
      .set({ state: 'withdrawn', withdrawReason: reason, version: version + 1 })
      .where(and(eq(recoveries.id, recoveryId), eq(recoveries.state, 'open'), eq(recoveries.version, version)))
      .returning();
    if (!after) throw new ApiError(409, 'changed-meanwhile');
    const amount = yuanText(claim.amountFen - claim.receivedFen);
    const details = { recovery: recoveryId, amount, reason };
    await recordShare(tx, act, row, { what: 'payment.recovery-withdrawn', duty: 'pay', reason, details });
    await tellFirm(tx, act, row, 'recovery-withdrawn', { amount, reason });
    return row.id;
  });
