import { listMovements, spentIn } from '../allocations/queries.ts';
import { hasOtherShare } from '../applications/guards.ts';
import { maySee, readApplication } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { hasStaffRole } from '../identity/actor.ts';
import { yuanText } from '../money-text.ts';
import type { CasePayments, Recovery } from './contract.ts';
import { describeInstalment, maskedAccountOf, type Reading } from './describe-instalment.ts';
import { listInstalments, listReceipts, listRecoveries, listRowsOfCase, readPlan } from './queries.ts';
import { type CaseAround, readCaseAround } from './read-view.ts';
import { recoverableFen } from './recoveries/recoverable.ts';

/** The payment plan of a case and how far it has come; a case without money has no instalments. */
export async function describeCasePayments(db: Reader, applicationId: string, reading: Reading): Promise<CasePayments> {
  const found = await readApplication(db, applicationId);
  if (!found || !maySee(reading.actor, found)) throw new ApiError(404, 'not-found');
  const plan = await readPlan(db, applicationId);
  const around = await readCaseAround(db, applicationId);
  const parts = await listInstalments(db, applicationId);
  const rows = await listRowsOfCase(db, applicationId);
  const { orderedFen, paidFen, recoveredFen } = spentIn(await listMovements(db, applicationId));
  const stopped = parts.filter(({ state }) => state === 'stopped').reduce((sum, { amountFen }) => sum + amountFen, 0);
  const instalments: CasePayments['instalments'] = [];
  for (const row of parts)
    instalments.push(await describeInstalment(db, row, around, { of: parts.length, rows, reading }));
  return {
    applicationId,
    total: yuanText(plan?.totalFen ?? 0),
    ordered: yuanText(orderedFen),
    paid: yuanText(paidFen),
    recovered: yuanText(recoveredFen),
    stopped: yuanText(stopped),
    payTo: maskedAccountOf(around.account, around.firmName),
    instalments,
    recoveries: await describeRecoveries(db, applicationId),
    mayRecover: await mayRecover(db, around, reading),
  };
}

async function describeRecoveries(db: Reader, applicationId: string): Promise<Recovery[]> {
  const claims = await listRecoveries(db, applicationId);
  const receipts = await listReceipts(
    db,
    claims.map(({ id }) => id),
  );
  return claims.map((claim) => ({
    id: claim.id,
    state: claim.state,
    version: claim.version,
    amount: yuanText(claim.amountFen),
    received: yuanText(claim.receivedFen),
    left: yuanText(claim.state === 'open' ? claim.amountFen - claim.receivedFen : 0),
    reason: claim.reason,
    clause: claim.clause,
    dueOn: claim.dueOn,
    claimedAt: claim.claimedAt,
    withdrawReason: claim.withdrawReason,
    receipts: receipts
      .filter(({ recoveryId }) => recoveryId === claim.id)
      .map(({ amountFen, receivedOn, bankReference }) => ({ amount: yuanText(amountFen), receivedOn, bankReference })),
  }));
}

/** What the person may still claim back: nothing to say to whoever it is not for. */
async function mayRecover(db: Reader, { shares, application }: CaseAround, { actor }: Reading): Promise<string | null> {
  if (!hasStaffRole(actor, ['finance-preparer']) || hasOtherShare(actor.userId, 'pay', shares)) return null;
  return yuanText(await recoverableFen(db, application.id));
}
