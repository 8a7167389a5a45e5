import { type ApplicationRow, readApplications } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database, Reader } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { FirmsToDeclare } from './contract.ts';
import { isExpertOf, openPanel } from './open-panel.ts';
import { declarationOn } from './progress.ts';
import type { PanelRecord } from './queries.ts';

/** Cases of a panel on which the expert has not yet said whether there is a conflict. */
export async function casesToDeclare(
  db: Reader,
  record: PanelRecord,
  userId: string,
): Promise<readonly ApplicationRow[]> {
  const open = record.cases.filter(({ applicationId }) => !declarationOn(record, applicationId, userId));
  return readApplications(
    db,
    open.map(({ applicationId }) => applicationId),
  );
}

/**
 * The firms an expert has to declare on, by name alone (申报回避名单): whose case is which is not said, so that a blind panel
 * stays blind. That the names were read is noted.
 */
export async function listFirms(
  act: PersonalAct & { readonly database: Database },
  panelId: string,
): Promise<FirmsToDeclare> {
  const db = act.database.read;
  const record = await openPanel(db, act.actor, panelId);
  if (!isExpertOf(record, act.actor)) throw new ApiError(403, 'not-on-panel');
  const rows = await casesToDeclare(db, record, act.actor.userId);
  const names = new Map(rows.map(({ firmId, firmName }) => [firmId, firmName]));
  // In the order of the names: the order of the cases would tell which is whose.
  const firms = [...names].map(([firmId, name]) => ({ firmId, name }));
  if (firms.length > 0)
    await withTransaction(act.database, (tx) =>
      appendAudit(tx, act, {
        action: 'panel.names-viewed',
        subject: { type: 'panel', id: panelId },
        details: { firms: firms.length },
      }),
    );
  return { firms: firms.toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN')) };
}
