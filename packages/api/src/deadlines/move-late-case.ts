import { appendTold } from '../applications/append-event.ts';
import { changeState } from '../applications/change-state.ts';
import { breakPromises, noteOverrun } from '../applications/late-cases.ts';
import { type ApplicationRow, readApplication } from '../applications/queries.ts';
import { STATES } from '../applications/states.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Database, Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { holdersOf } from '../identity/queries.ts';
import { notify } from '../notifications/notify.ts';
import { closeSilentTasks } from '../review/close-silent-tasks.ts';
import { openReview } from '../review/open-review.ts';

export interface SystemAct {
  readonly actor: 'system';
  readonly now: Date;
  readonly requestId: string;
}

/**
 * Does what the law says of a case whose last day is over (时限届满): intake that was not answered counts as accepted, a
 * firm that did not answer lapses, silent departments are recorded, a notice that ran out is approved. An office that is
 * late itself is noted, publicly.
 */
export const moveLateCase = (database: Database, act: SystemAct, id: string): Promise<void> =>
  withTransaction(database, (tx) => move(tx, act, id));

async function move(tx: Transaction, act: SystemAct, id: string): Promise<void> {
  const row = await readApplication(tx, id);
  if (!row || row.dueOn === null || row.dueOn >= dayInChina(act.now)) return;
  if (STATES[row.state].turn === 'office') await recordOverrun(tx, act, row);
  switch (row.state) {
    case 'submitted':
      await openReview(tx, act, await changeState(tx, act, { applicationId: id, event: 'deem-accepted' }));
      return;
    case 'returned':
      await changeState(tx, act, { applicationId: id, event: 'lapse' });
      return;
    case 'in-review':
      await closeSilentTasks(tx, act, row);
      return;
    case 'in-publicity':
      await changeState(tx, act, { applicationId: id, event: 'approve' });
      return;
    case 'refused':
      await changeState(tx, act, { applicationId: id, event: 'close-appeal-window' });
  }
}

/** Ends a case whose promised material has not come (容缺逾期); the promise counts as broken from now on. */
export const endBrokenPromise = (database: Database, act: SystemAct, id: string): Promise<void> =>
  withTransaction(database, async (tx) => {
    await changeState(tx, act, { applicationId: id, event: 'lapse' });
    const broken = await breakPromises(tx, id, dayInChina(act.now), act.now.toISOString());
    await appendAudit(tx, act, {
      action: 'application.promise-broken',
      subject: { type: 'application', id },
      details: { materials: broken.map(({ materialId }) => materialId) },
    });
  });

async function recordOverrun(tx: Transaction, act: SystemAct, row: ApplicationRow): Promise<void> {
  const kind = await noteOverrun(tx, row);
  if (kind === undefined) return;
  await appendTold(tx, act, row, 'overran', { step: kind, dueOn: row.dueOn });
  await appendAudit(tx, act, {
    action: 'application.overran',
    subject: { type: 'application', id: row.id },
    details: { step: kind, dueOn: row.dueOn },
  });
  await notify(tx, act, {
    to: await holdersOf(tx, row.state === 'submitted' || row.state === 'in-review' ? 'intake-clerk' : 'decision-maker'),
    key: 'desk.overrun',
    args: { number: row.number ?? '' },
    link: `/desk/cases/${row.id}`,
  });
}
