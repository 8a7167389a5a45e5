import { requireFresh } from '../allocations/require-fresh.ts';
import { reserveMoney } from '../allocations/settle-money.ts';
import { changeState } from '../applications/change-state.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { yuanText } from '../money-text.ts';
import { publishNotice } from '../publicity/publish-notice.ts';
import { type DecisionBasis, readBasis } from './basis/read-basis.ts';
import { tierOf } from './basis/tier-of.ts';
import { checkAmount } from './check-amount.ts';
import type { AppealAnswer } from './contract.ts';
import { type DecidedCase, type DecidingAct, requireEligible, requireUnchanged } from './decide-case.ts';
import { issueLetter } from './letters/issue-letter.ts';
import { recordDecision } from './record-decision.ts';

type Answer = AppealAnswer & { readonly applicationId: string };

/** Decides an appeal (复核决定); the lifecycle sees to it that another person does than who decided first. */
export async function answerAppeal(act: DecidingAct, answer: Answer): Promise<DecidedCase> {
  const basis = await readBasis(act.database.read, answer.applicationId);
  await requireFresh(act.database.read, basis.row, basis.scheme.document);
  return answer.outcome === 'overturn' ? overturn(act, basis, answer) : uphold(act, basis, answer);
}

function uphold(
  act: DecidingAct,
  basis: DecisionBasis,
  { version, reason, clause, feedback }: Extract<Answer, { outcome: 'uphold' }>,
): Promise<DecidedCase> {
  return withTransaction(act.database, async (tx) => {
    const allocationId = await requireUnchanged(tx, basis, version);
    const decided = { kind: 'appeal-refusal', amountFen: null, reason, clause, feedback, allocationId } as const;
    const decision = await recordDecision(tx, act, basis, decided);
    const row = await changeState(tx, act, {
      applicationId: basis.row.id,
      event: 'uphold-refusal',
      version,
      reason,
      clause,
      details: { decisionId: decision.id },
    });
    return { row, decision };
  });
}

function overturn(
  act: DecidingAct,
  basis: DecisionBasis,
  { version, reason, amount, deviationReason }: Extract<Answer, { outcome: 'overturn' }>,
): Promise<DecidedCase> {
  requireEligible(basis);
  const amountFen = checkAmount(basis.suggested, amount, deviationReason);
  return withTransaction(act.database, async (tx) => {
    const allocationId = await requireUnchanged(tx, basis, version);
    const ledgerEntryId = amountFen === null ? undefined : await reserveMoney(tx, act, basis.row, amountFen);
    const decided = {
      kind: 'appeal-approval',
      amountFen,
      reason,
      deviationReason,
      ledgerEntryId,
      allocationId,
    } as const;
    const decision = await recordDecision(tx, act, basis, decided);
    const row = await changeState(tx, act, {
      applicationId: basis.row.id,
      event: 'overturn-refusal',
      version,
      reason,
      set: { amountFen },
      details: { decisionId: decision.id, ...(amountFen === null ? {} : { amount: yuanText(amountFen) }) },
    });
    const tier = tierOf(basis.doc, basis.receipt.decision, basis.scheme.document);
    const noticeId = await publishNotice(tx, act, { row, decision, scheme: basis.scheme, tier });
    await issueLetter(tx, act, row, 'appeal-approval');
    return { row, decision, noticeId };
  });
}
