import { type ApplicationRow, readApplication } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { findConflict } from './find-conflict.ts';
import { isExpertOf, openPanel } from './open-panel.ts';
import { declarationOn } from './progress.ts';
import type { PanelCaseRow, PanelRecord } from './queries.ts';

export interface ClearCase {
  readonly record: PanelRecord;
  readonly each: PanelCaseRow;
  readonly row: ApplicationRow;
}

/**
 * Lets an expert at the material of a case only after "no conflict" was declared and while the system knows of none.
 * INVARIANT (conflict-blocks): whoever has a conflict gets nothing of the case; that it was tried is in the audit trail.
 */
export async function requireClear(
  act: PersonalAct & { readonly database: Database },
  panelId: string,
  applicationId: string,
): Promise<ClearCase> {
  const db = act.database.read;
  const record = await openPanel(db, act.actor, panelId);
  const each = record.cases.find((one) => one.applicationId === applicationId);
  const row = await readApplication(db, applicationId);
  if (!each || !row) throw new ApiError(404, 'not-found');
  if (!isExpertOf(record, act.actor)) throw new ApiError(403, 'not-on-panel');
  const said = declarationOn(record, applicationId, act.actor.userId);
  const known = await findConflict(db, act.actor.userId, row);
  if (said?.hasConflict || known) {
    await withTransaction(act.database, (tx) =>
      appendAudit(tx, act, {
        action: 'panel.access-refused',
        subject: { type: 'application', id: applicationId },
        details: { panelId, kind: known ?? said?.kind ?? 'other' },
      }),
    );
    throw new ApiError(403, 'conflict-of-interest');
  }
  if (!said) throw new ApiError(403, 'declare-first');
  return { record, each, row };
}
