import { and, eq } from 'drizzle-orm';
import { moveMoney } from '../../allocations/move-money.ts';
import { readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { yuanText } from '../../money-text.ts';
import { readPlan, readRecovery } from '../queries.ts';
import { recoveries, recoveryReceipts } from '../table.ts';
import { tellFirm } from '../tell-payment.ts';

export interface Received {
  readonly recoveryId: string;
  readonly version: number;
  readonly amountFen: number;
  readonly receivedOn: string;
  readonly bankReference: string;
}

/** Records what came in of a claim (追回到账): never more than is open; the pool has it again. */
export const recordReceipt = (act: PersonalAct, received: Received): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const { recoveryId, version, amountFen, receivedOn, bankReference } = received;
    const claim = await readRecovery(tx, recoveryId);
    const row = claim && (await readApplication(tx, claim.applicationId));
    const plan = claim && (await readPlan(tx, claim.applicationId));
    if (!claim || !row || !plan) throw new ApiError(404, 'not-found');
    if (claim.state !== 'open' || claim.version !== version) throw new ApiError(409, 'changed-meanwhile');
    const openFen = claim.amountFen - claim.receivedFen;
    const wrong = problemsOf(received, openFen, dayInChina(act.now));
    if (wrong.length > 0) throw refuseAll('invalid-request', wrong);
    const receivedFen = claim.receivedFen + amountFen;
    const [after] = await tx
      .update(recoveries)
      .set({ receivedFen, version: version + 1, ...(amountFen === openFen ? { state: 'settled' as const } : {}) })
      .where(and(eq(recoveries.id, recoveryId), eq(recoveries.version, version)))
      .returning();
    if (!after) throw new ApiError(409, 'changed-meanwhile');
    const noted = { notedAt: act.now.toISOString(), notedByName: act.actor.name };
    await tx
      .insert(recoveryReceipts)
      .values({ id: newId(), recoveryId, amountFen, receivedOn, bankReference, ...noted });
    await moveMoney(tx, act, plan, row.id, 'recover', amountFen);
    const amount = yuanText(amountFen);
    const details = { recovery: recoveryId, amount, receivedOn, bankReference };
    await recordShare(tx, act, row, { what: 'payment.recovery-received', duty: 'pay', details });
    await tellFirm(tx, act, row, 'recovery-received', { amount, left: yuanText(openFen - amountFen) });
    return row.id;
  });

function problemsOf({ amountFen, receivedOn }: Received, openFen: number, today: string): readonly Detail[] {
  const above = { message: message('api.detail.above-claim', { most: yuanText(openFen) }) };
  return [
    ...(amountFen > openFen ? [{ path: 'amount', ...above, fix: message('api.fix.above-claim') }] : []),
    ...(receivedOn > today
      ? [
          {
            path: 'receivedOn',
            message: message('api.detail.paid-in-future'),
            fix: message('api.fix.paid-in-future'),
          },
        ]
      : []),
  ];
}
