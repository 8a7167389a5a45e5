import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import { listFirmMembers } from '../identity/firm-people.ts';
import { notify } from '../notifications/notify.ts';

/** Tells everybody of the firm what the intake has done with its case, in the transaction of the act. */
export async function tellFirm(
  tx: Transaction,
  act: Omit<Act, 'database'>,
  row: ApplicationRow,
  event: 'return' | 'accept' | 'accept-deferred' | 'refuse-acceptance',
  args: Readonly<Record<string, string>> = {},
): Promise<void> {
  const people = await listFirmMembers(tx, row.firmId);
  await notify(tx, act, {
    to: people.map(({ userId }) => userId),
    key: `application.${event}`,
    args: { number: row.number ?? row.projectName, project: row.projectName, ...args },
    link: `/my/applications/${row.id}`,
  });
}
