import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { holdFiles } from '../files/hold-files.ts';
import { filesByIds } from '../files/queries.ts';
import { ApiError, refuseAll } from '../http/api-error.ts';
import { holdersOf } from '../identity/queries.ts';
import { message } from '../messages/say.ts';
import { notify } from '../notifications/notify.ts';
import { adjustCounts } from './adjust-counts.ts';
import { appendEvent } from './append-event.ts';
import { ownCase } from './own-case.ts';
import type { ApplicationRow } from './queries.ts';
import { STATES } from './states.ts';
import { deferrals } from './table.ts';

interface Delivery {
  readonly applicationId: string;
  readonly materialId: string;
  readonly fileIds: readonly string[];
}

/** Hands in a material that was promised (补交容缺材料), by its last day. */
export const deliverDeferred = (
  act: PersonalAct,
  { applicationId, materialId, fileIds }: Delivery,
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const row = await ownCase(tx, act.actor, applicationId);
    const one = and(
      eq(deferrals.applicationId, applicationId),
      eq(deferrals.materialId, materialId),
      isNull(deferrals.deliveredAt),
    );
    const [promised] = await tx.select().from(deferrals).where(one);
    if (!promised) throw new ApiError(404, 'nothing-deferred');
    if (STATES[row.state].terminal) throw new ApiError(409, 'not-in-this-state');
    if (promised.dueOn !== null && promised.dueOn < dayInChina(act.now)) throw tooLate();
    await requireClean(tx, row.firmId, fileIds);
    await tx
      .update(deferrals)
      .set({ deliveredAt: act.now.toISOString(), fileIds: JSON.stringify(fileIds) })
      .where(one);
    await holdFiles(tx, fileIds, `deferral:${applicationId}:${materialId}`);
    const after = await adjustCounts(tx, applicationId, { openDeferrals: promised.dueOn === null ? 0 : -1 });
    await record(tx, act, after, materialId, fileIds);
    return after;
  });

const tooLate = (): ApiError =>
  new ApiError(412, 'conditions-not-met', {
    args: { count: '1' },
    details: [{ path: 'in-time', message: message('api.guard.in-time') }],
  });

async function requireClean(tx: Transaction, firmId: string, ids: readonly string[]): Promise<void> {
  const files = await filesByIds(tx, firmId, ids);
  const problems = ids.flatMap((id, i) => {
    const file = files.find((each) => each.id === id);
    const path = `fileIds.${i}`;
    if (!file || file.deletedAt !== null)
      return [{ path, message: message('api.file-unknown'), fix: message('api.fix.file-unknown') }];
    if (file.state === 'clean') return [];
    const args = { name: file.name };
    return [{ path, message: message('api.file-not-ready', args), fix: message('api.fix.file-not-ready') }];
  });
  if (problems.length > 0) throw refuseAll('invalid-request', problems);
}

async function record(
  tx: Transaction,
  act: PersonalAct,
  row: ApplicationRow,
  materialId: string,
  fileIds: readonly string[],
): Promise<void> {
  const details = { material: materialId, files: fileIds };
  const at = { from: row.state, to: row.state, duty: null, reason: null, clause: null };
  await appendEvent(tx, act, row.id, { ...at, event: 'deferral-delivered', details: JSON.stringify(details) });
  await appendAudit(tx, act, {
    action: 'application.deferral-delivered',
    subject: { type: 'application', id: row.id },
    details,
  });
  await notify(tx, act, {
    to: await holdersOf(tx, 'intake-clerk'),
    key: 'desk.deferral-delivered',
    args: { number: row.number ?? '', material: materialId },
    link: `/desk/cases/${row.id}`,
  });
}
