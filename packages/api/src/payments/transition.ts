import { hasStaffRole } from '../identity/actor.ts';
import { MET_IN_THE_FORM, PAYMENT_GUARDS, type PaymentGuardKey, type PaymentView } from './guards.ts';
import { PAYMENT_TRANSITIONS, type PaymentEventId, type PaymentTransition } from './lifecycle.ts';
import type { PaymentStateId } from './states.ts';

export type PaymentAttempt =
  | { readonly ok: true; readonly transition: PaymentTransition }
  | { readonly ok: false; readonly why: 'no-such-event' }
  | { readonly ok: false; readonly why: 'not-yours' }
  | { readonly ok: false; readonly why: 'guard'; readonly guards: readonly PaymentGuardKey[] };

/** Decides whether `event` may happen to an instalment in `state`, and where it leads. Pure; writes nothing. */
export function attemptPayment(state: PaymentStateId, event: PaymentEventId, view: PaymentView): PaymentAttempt {
  const found = PAYMENT_TRANSITIONS.find((each) => each.event === event && each.from.includes(state));
  if (!found) return { ok: false, why: 'no-such-event' };
  if (!hasStaffRole(view.actor, found.by)) return { ok: false, why: 'not-yours' };
  const guards = failing(found, view);
  return guards.length === 0 ? { ok: true, transition: found } : { ok: false, why: 'guard', guards };
}

export interface PermittedPayment {
  readonly event: PaymentEventId;
  readonly permitted: boolean;
  readonly blockedBy: readonly PaymentGuardKey[];
}

/** What the person may do with the instalment now: the same table the API checks, for the buttons. */
export const permittedPayments = (state: PaymentStateId, view: PaymentView): readonly PermittedPayment[] =>
  PAYMENT_TRANSITIONS.filter(({ from, by }) => from.includes(state) && hasStaffRole(view.actor, by)).map((each) => {
    const blockedBy = failing(each, view).filter((key) => !MET_IN_THE_FORM.includes(key));
    return { event: each.event, permitted: blockedBy.length === 0, blockedBy };
  });

const failing = ({ guards, duty }: PaymentTransition, view: PaymentView): readonly PaymentGuardKey[] =>
  guards.filter((key) => !PAYMENT_GUARDS[key]({ ...view, duty }));
