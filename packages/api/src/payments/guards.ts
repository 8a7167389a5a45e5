import type { Duty } from '../applications/duties.ts';
import { hasOtherShare } from '../applications/guards.ts';
import type { StateId } from '../applications/states.ts';
import type { Actor } from '../identity/actor.ts';

/** All a guard of a payment may look at. */
export interface PaymentView {
  readonly caseState: StateId;
  readonly openObjections: number;
  readonly openConflicts: number;
  /** The firm has an account in use, with its number and consent. */
  readonly hasAccount: boolean;
  readonly isHolderFirm: boolean;
  readonly holderReason: string | undefined;
  /** The account in use is the one that stands in the order. */
  readonly isAccountSame: boolean;
  readonly amountFen: number;
  /** What of the plan is neither paid nor in an order. */
  readonly leftOfPlanFen: number;
  readonly shares: readonly { readonly userId: string; readonly duty: Duty }[];
  readonly actor: Actor;
  readonly duty: Duty | undefined;
  readonly reason: string | undefined;
}

export const PAYMENT_GUARD_KEYS = [
  'different-person',
  'case-approved',
  'no-open-objection',
  'no-open-conflict',
  'account-given',
  'holder-matches',
  'account-unchanged',
  'within-plan',
  'reason-given',
] as const;
export type PaymentGuardKey = (typeof PAYMENT_GUARD_KEYS)[number];

/** Guards that only the form of the act itself can meet; a button is offered before they are. */
export const MET_IN_THE_FORM: readonly PaymentGuardKey[] = ['reason-given', 'holder-matches'];

const isWritten = (text: string | undefined): boolean => (text?.trim().length ?? 0) > 0;

/**
 * Whether each condition holds. INVARIANT (different-person): who submitted, reviewed, scored or decided a case pays nothing
 * of it, and who prepares a payment does not release it. INVARIANT (never-above-plan): an order never takes more of a case
 * than its plan has left.
 */
export const PAYMENT_GUARDS: Readonly<Record<PaymentGuardKey, (view: PaymentView) => boolean>> = {
  'different-person': ({ actor, duty, shares }) => !hasOtherShare(actor.userId, duty, shares),
  'case-approved': ({ caseState }) => caseState === 'approved',
  'no-open-objection': ({ openObjections }) => openObjections === 0,
  'no-open-conflict': ({ openConflicts }) => openConflicts === 0,
  'account-given': ({ hasAccount }) => hasAccount,
  'holder-matches': ({ hasAccount, isHolderFirm, holderReason }) =>
    !hasAccount || isHolderFirm || isWritten(holderReason),
  'account-unchanged': ({ isAccountSame }) => isAccountSame,
  'within-plan': ({ amountFen, leftOfPlanFen }) => amountFen <= leftOfPlanFen,
  'reason-given': ({ reason }) => isWritten(reason),
};
