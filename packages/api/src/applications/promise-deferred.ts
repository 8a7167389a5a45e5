import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError, type Detail, refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { readScheme } from '../schemes/queries.ts';
import { adjustCounts } from './adjust-counts.ts';
import { appendEvent } from './append-event.ts';
import { hasBrokenPromise } from './broken-promise.ts';
import { CERTIFIERS, ownCase } from './own-case.ts';
import type { ApplicationRow } from './queries.ts';
import { deferrals } from './table.ts';

interface Promised {
  readonly applicationId: string;
  readonly materialIds: readonly string[];
  readonly declaration: string;
  readonly signedName: string;
}

/** Signs that materials will follow (容缺承诺), at the office's request while a case is at intake. The firm may as well not. */
export const promiseDeferred = (act: PersonalAct, promised: Promised): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const row = await ownCase(tx, act.actor, promised.applicationId, CERTIFIERS);
    if (row.state !== 'submitted') throw new ApiError(409, 'not-in-this-state');
    const problems = await problemsOf(tx, act, row, promised);
    if (problems.length > 0) throw refuseAll('invalid-request', problems);
    const line = { applicationId: row.id, promisedAt: act.now.toISOString(), promisedBy: act.actor.userId };
    await tx
      .insert(deferrals)
      .values(promised.materialIds.map((materialId) => ({ ...line, materialId })))
      .onConflictDoNothing();
    const { materialIds, declaration } = promised;
    const details = { materials: materialIds, declaration, signedName: promised.signedName };
    const at = { from: row.state, to: row.state, duty: null, reason: null, clause: null };
    await appendEvent(tx, act, row.id, { ...at, event: 'deferral-promised', details: JSON.stringify(details) });
    await appendAudit(tx, act, {
      action: 'application.deferral-promised',
      subject: { type: 'application', id: row.id },
      details,
    });
    return adjustCounts(tx, row.id, {});
  });

async function problemsOf(
  tx: Transaction,
  act: PersonalAct,
  row: ApplicationRow,
  { materialIds, signedName }: Promised,
): Promise<readonly Detail[]> {
  const scheme = await readScheme(tx, row.schemeId, row.schemeRevision);
  const isBroken = await hasBrokenPromise(tx, row.firmId);
  const at = (path: string, what: string, args: Readonly<Record<string, string>> = {}): Detail => ({
    path,
    message: message(`api.${what}`, args),
    fix: message(`api.fix.${what}`, args),
  });
  return [
    ...(signedName === act.actor.name ? [] : [at('signedName', 'wrong-signature', { name: act.actor.name })]),
    ...materialIds.flatMap((id, i) => {
      const material = scheme?.document.materials.find((each) => each.id === id);
      if (!material) return [at(`materialIds.${i}`, 'unknown-material')];
      if (material.kind === 'main')
        return [at(`materialIds.${i}`, 'material-not-late', { label: material.label['zh-CN'] })];
      return isBroken ? [at(`materialIds.${i}`, 'broken-promise')] : [];
    }),
  ];
}
