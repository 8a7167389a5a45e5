import { type Actor, hasStaffRole, roleInFirm } from '../identity/actor.ts';
import { FILLED_IN_LATER, GUARDS, type GuardKey, type GuardView } from './guards.ts';
import { type By, type EventId, TRANSITIONS, type Transition } from './lifecycle.ts';
import type { StateId } from './states.ts';

export type Attempt =
  | { readonly ok: true; readonly transition: Transition }
  /** `no-such-event`: not from this state. `not-yours`: another role's. `guard`: every condition that does not hold. */
  | { readonly ok: false; readonly why: 'no-such-event' }
  | { readonly ok: false; readonly why: 'not-yours' }
  | { readonly ok: false; readonly why: 'guard'; readonly guards: readonly GuardKey[] };

/** Decides whether `event` may happen to a case of `firmId` in `state`, and where it leads. Pure; writes nothing. */
export function transition(state: StateId, event: EventId, firmId: string, view: GuardView): Attempt {
  const found = TRANSITIONS.find((each) => each.event === event && each.from.includes(state));
  if (!found) return { ok: false, why: 'no-such-event' };
  if (!mayAct(found.by, view.actor, firmId)) return { ok: false, why: 'not-yours' };
  const guards = failing(found, view);
  return guards.length === 0 ? { ok: true, transition: found } : { ok: false, why: 'guard', guards };
}

export interface PermittedEvent {
  readonly event: EventId;
  readonly permitted: boolean;
  /** Why not, where a role would allow it. */
  readonly blockedBy: readonly GuardKey[];
}

/** What the person may do with the case now: the same table the API checks, for the buttons. */
export function permittedEvents(state: StateId, firmId: string, view: GuardView): readonly PermittedEvent[] {
  return TRANSITIONS.filter(
    ({ from, by }) => from.includes(state) && by !== 'system' && mayAct(by, view.actor, firmId),
  ).map((each) => {
    const blockedBy = failing(each, { ...view, duty: each.duty }).filter((key) => !FILLED_IN_LATER.includes(key));
    return { event: each.event, permitted: blockedBy.length === 0, blockedBy };
  });
}

const failing = ({ guards, duty }: Transition, view: GuardView): readonly GuardKey[] =>
  guards.filter((key) => !GUARDS[key]({ ...view, duty }));

function mayAct(by: By, actor: Actor | 'system', firmId: string): boolean {
  if (by === 'system') return actor === 'system';
  if (actor === 'system') return false;
  if ('staff' in by) return hasStaffRole(actor, by.staff);
  const role = roleInFirm(actor, firmId);
  return role !== undefined && by.firm.includes(role);
}
