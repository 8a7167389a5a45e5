import { requireFresh } from '../allocations/require-fresh.ts';
import { reserveMoney } from '../allocations/settle-money.ts';
import { changeState } from '../applications/change-state.ts';
import { type ApplicationRow, readApplication } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import type { Database, Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { yuanText } from '../money-text.ts';
import { publishNotice } from '../publicity/publish-notice.ts';
import { type DecisionBasis, readBasis } from './basis/read-basis.ts';
import { tierOf } from './basis/tier-of.ts';
import { checkAmount } from './check-amount.ts';
import type { DecisionRequest } from './contract.ts';
import type { DecisionRow } from './queries.ts';
import { type Decided, recordDecision } from './record-decision.ts';

export type DecidingAct = PersonalAct & { readonly database: Database };
export type DecideInput = DecisionRequest & {
  readonly applicationId: string;
  /** Notice that a batch of decisions shares. */
  readonly noticeId?: string;
};
export interface DecidedCase {
  readonly row: ApplicationRow;
  readonly decision: DecisionRow;
  readonly noticeId?: string;
}

/** Proposes support or refuses (作出决定); with it goes the notice or the letter, and the money is reserved. */
export async function decideCase(act: DecidingAct, input: DecideInput): Promise<DecidedCase> {
  const basis = await readBasis(act.database.read, input.applicationId);
  await requireFresh(act.database.read, basis.row, basis.scheme.document);
  return input.outcome === 'approve' ? approve(act, basis, input) : refuse(act, basis, input);
}

type Approving = Extract<DecideInput, { outcome: 'approve' }>;
type Refusing = Extract<DecideInput, { outcome: 'refuse' }>;

function approve(act: DecidingAct, basis: DecisionBasis, input: Approving): Promise<DecidedCase> {
  const { reason, deviationReason, version } = input;
  requireEligible(basis);
  const amountFen = checkAmount(basis.suggested, input.amount, deviationReason);
  return withTransaction(act.database, async (tx) => {
    const allocationId = await requireUnchanged(tx, basis, version);
    const ledgerEntryId = amountFen === null ? undefined : await reserveMoney(tx, act, basis.row, amountFen);
    const decided: Decided = { kind: 'approval', amountFen, reason, deviationReason, ledgerEntryId, allocationId };
    const decision = await recordDecision(tx, act, basis, decided);
    const row = await changeState(tx, act, {
      applicationId: basis.row.id,
      event: 'propose-approval',
      version,
      reason,
      set: { amountFen },
      details: { decisionId: decision.id, ...(amountFen === null ? {} : { amount: yuanText(amountFen) }) },
    });
    const tier = tierOf(basis.doc, basis.receipt.decision, basis.scheme.document);
    const noticeId = await publishNotice(tx, act, {
      row,
      decision,
      scheme: basis.scheme,
      tier,
      noticeId: input.noticeId,
    });
    return { row, decision, noticeId };
  });
}

function refuse(act: DecidingAct, basis: DecisionBasis, input: Refusing): Promise<DecidedCase> {
  const { reason, clause, feedback, version } = input;
  return withTransaction(act.database, async (tx) => {
    const allocationId = await requireUnchanged(tx, basis, version);
    const decided: Decided = { kind: 'refusal', amountFen: null, reason, clause, feedback, allocationId };
    const decision = await recordDecision(tx, act, basis, decided);
    const row = await changeState(tx, act, {
      applicationId: basis.row.id,
      event: 'refuse',
      version,
      reason,
      clause,
      details: { decisionId: decision.id },
    });
    return { row, decision };
  });
}

/**
 * What was evaluated outside the transaction must still be what is decided inside it, and so must the ranking that the amount
 * comes from. Returns that ranking.
 */
export async function requireUnchanged(
  tx: Transaction,
  { row, scheme }: DecisionBasis,
  version: number,
): Promise<string | undefined> {
  const now = await readApplication(tx, row.id);
  if (!now) throw new ApiError(404, 'not-found');
  if (now.version !== version || now.version !== row.version) throw new ApiError(409, 'changed-meanwhile');
  return (await requireFresh(tx, now, scheme.document))?.id;
}

/** Nobody is recognised for a tier that the rules deny, unless a reviewer overruled a criterion with reasons. */
export function requireEligible({ unmet, suggested }: DecisionBasis): void {
  if (suggested.from !== 'none' || unmet.length === 0) return;
  throw new ApiError(412, 'rule-says-no', {
    args: { count: String(unmet.length) },
    details: unmet.map(({ path, text }) => ({
      path,
      message: { key: 'api.detail.words', args: { words: text['zh-CN'] } },
    })),
  });
}
