import { and, eq } from 'drizzle-orm';
import { readApplications } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { notify } from '../notifications/notify.ts';
import { bumpPanel } from './open-panel.ts';
import { isComplete } from './progress.ts';
import { readPanel } from './queries.ts';
import { panelRounds } from './table.ts';

/** Unseals the round once everybody has scored (启封); nobody can do it by hand. */
export async function unsealIfComplete(
  tx: Transaction,
  { now, requestId }: Pick<Act, 'now' | 'requestId'>,
  panelId: string,
): Promise<void> {
  const record = await readPanel(tx, panelId);
  if (record?.panel.status !== 'scoring') return;
  const rows = await readApplications(
    tx,
    record.cases.map(({ applicationId }) => applicationId),
  );
  const inPanel = new Set(rows.filter(({ state }) => state === 'in-panel').map(({ id }) => id));
  if (!isComplete(record, (id) => inPanel.has(id))) return;
  const { round } = record.panel;
  await tx
    .update(panelRounds)
    .set({ unsealedAt: now.toISOString() })
    .where(and(eq(panelRounds.panelId, panelId), eq(panelRounds.round, round)));
  await bumpPanel(tx, record, { status: 'unsealed' });
  const act = { actor: 'system', now, requestId } as const;
  await appendAudit(tx, act, { action: 'panel.unsealed', subject: { type: 'panel', id: panelId }, details: { round } });
  const to = [record.panel.createdBy, ...record.experts.map(({ userId }) => userId)];
  await notify(tx, act, { to, key: 'panel.unsealed', args: { panel: record.panel.label }, link: `/panels/${panelId}` });
}
