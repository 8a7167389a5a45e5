import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { listFirmMembers } from '../identity/firm-people.ts';
import { holdersOf } from '../identity/queries.ts';
import type { StaffRole } from '../identity/roles.ts';
import { notify } from '../notifications/notify.ts';
import type { EventId, Transition } from './lifecycle.ts';
import type { ApplicationRow } from './queries.ts';
import type { StateId } from './states.ts';

/** Who in the office acts next, by the state a case has come into; departments hear of their own tasks. */
const NEXT: Partial<Record<StateId, StaffRole>> = {
  submitted: 'intake-clerk',
  'in-decision': 'decision-maker',
  'under-objection': 'decision-maker',
  'in-appeal': 'decision-maker',
};

/** Intake tells the firm itself, with what it must know at once: the list, the days, the reason. */
const TOLD_BY_INTAKE: readonly EventId[] = ['return', 'accept', 'accept-deferred', 'refuse-acceptance'];

/** Tells the firm of every step of its case, and the office where it must act. */
export async function announce(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
  { event, to }: Transition,
): Promise<void> {
  const args = { number: row.number ?? row.projectName, project: row.projectName };
  const doer = act.actor === 'system' ? undefined : act.actor.userId;
  if (!TOLD_BY_INTAKE.includes(event)) {
    const members = await listFirmMembers(tx, row.firmId);
    const firm = members.map(({ userId }) => userId).filter((id) => id !== doer);
    await notify(tx, act, { to: firm, key: `application.${event}`, args, link: `/my/applications/${row.id}` });
  }
  const role = NEXT[to];
  if (role === undefined) return;
  const staff = (await holdersOf(tx, role)).filter((id) => id !== doer);
  await notify(tx, act, { to: staff, key: `desk.${to}`, args, link: `/desk/cases/${row.id}` });
}
