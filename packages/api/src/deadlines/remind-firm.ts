import { type Near, noteCorrectionReminder, noteDeferralReminder } from '../applications/due-soon.ts';
import { readApplication } from '../applications/queries.ts';
import { STATES } from '../applications/states.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database, Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { listFirmMembers } from '../identity/firm-people.ts';
import { notify } from '../notifications/notify.ts';
import type { SystemAct } from './move-late-case.ts';

/** Reminds a firm that its corrections are soon due (补正到期提醒), once for each list. */
export const remindOfCorrections = (database: Database, act: SystemAct, id: string, near: Near): Promise<void> =>
  withTransaction(database, async (tx) => {
    const dueOn = await noteCorrectionReminder(tx, id, near);
    if (dueOn !== undefined) await remind(tx, act, id, { of: 'corrections', dueOn, count: 0, materials: [] });
  });

/** Reminds a firm of the materials it promised that are soon due (容缺补交提醒), once for each. */
export const remindOfDeferrals = (database: Database, act: SystemAct, id: string, near: Near): Promise<void> =>
  withTransaction(database, async (tx) => {
    const noted = await noteDeferralReminder(tx, id, near);
    const [dueOn] = noted.flatMap((each) => each.dueOn ?? []).toSorted();
    if (dueOn === undefined) return;
    const materials = noted.map(({ materialId }) => materialId);
    await remind(tx, act, id, { of: 'deferrals', dueOn, count: noted.length, materials });
  });

interface Reminder {
  readonly of: 'corrections' | 'deferrals';
  readonly dueOn: string;
  readonly count: number;
  readonly materials: readonly string[];
}

async function remind(tx: Transaction, act: SystemAct, id: string, { of, dueOn, ...what }: Reminder): Promise<void> {
  const row = await readApplication(tx, id);
  if (!row || STATES[row.state].terminal) return;
  const count = of === 'corrections' ? row.openCorrections : what.count;
  const members = await listFirmMembers(tx, row.firmId);
  await notify(tx, act, {
    to: members.map(({ userId }) => userId),
    key: `application.${of}-due`,
    args: { number: row.number ?? '', project: row.projectName, count: String(count), day: dueOn },
    link: `/my/applications/${id}`,
  });
  await appendAudit(tx, act, {
    action: 'application.reminded',
    subject: { type: 'application', id },
    details: { of, dueOn, ...(what.materials.length > 0 ? { materials: what.materials } : {}) },
  });
}
