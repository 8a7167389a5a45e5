import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { listFirmMembers } from '../identity/firm-people.ts';
import { holdersOf } from '../identity/queries.ts';
import { notify } from '../notifications/notify.ts';

type Args = Readonly<Record<string, string>>;
type Case = Pick<ApplicationRow, 'id' | 'firmId' | 'number' | 'projectName'>;

/** Tells the people of the firm what becomes of its money. */
export async function tellFirm(
  tx: Transaction,
  act: Pick<Act, 'now'>,
  row: Case,
  what: string,
  args: Args = {},
): Promise<void> {
  await notify(tx, act, {
    to: (await listFirmMembers(tx, row.firmId)).map(({ userId }) => userId),
    key: `payment.${what}`,
    args: { number: row.number ?? row.projectName, project: row.projectName, ...args },
    link: `/my/applications/${row.id}`,
  });
}

/** Tells the finance people whose turn it is, but for the one who acts. */
export async function tellFinance(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  { role, key, args, link }: { role: 'finance-preparer' | 'finance-releaser'; key: string; args: Args; link: string },
): Promise<void> {
  const doer = act.actor === 'system' ? undefined : act.actor.userId;
  const to = (await holdersOf(tx, role)).filter((id) => id !== doer);
  await notify(tx, act, { to, key: `desk.${key}`, args, link });
}
