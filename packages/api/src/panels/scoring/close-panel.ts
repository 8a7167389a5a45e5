import { panelSpread } from '@tidu/rules';
import { and, eq } from 'drizzle-orm';
import { advanceCase } from '../../applications/advance-case.ts';
import { noteResult } from '../../applications/note-result.ts';
import { readApplications } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { bumpPanel, isChairOf, openPanel } from '../open-panel.ts';
import { panelCases } from '../table.ts';
import { handedInOn } from './read-results.ts';

/** The chair signs the minutes off and closes the panel (签署纪要): each case gets its score and goes on. */
export const closePanel = (act: PersonalAct, panelId: string, version: number, minutes: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const record = await openPanel(tx, act.actor, panelId);
    if (!isChairOf(record, act.actor)) throw new ApiError(403, 'not-your-role');
    if (record.panel.status !== 'unsealed') throw new ApiError(409, 'not-in-this-state');
    const closedAt = act.now.toISOString();
    await bumpPanel(tx, record, { status: 'closed', minutes, closedAt, closedBy: act.actor.userId }, version);
    const rows = await readApplications(
      tx,
      record.cases.map(({ applicationId }) => applicationId),
    );
    const scores: Record<string, string> = {};
    for (const { id, state } of rows) {
      const each = record.cases.find(({ applicationId }) => applicationId === id);
      const totals = each ? handedInOn(record, each).map(({ total }) => total) : [];
      const score = panelSpread(totals, record.panel.outlierAt)?.mean;
      if (state !== 'in-panel' || score === undefined) continue;
      scores[id] = yuanText(score);
      await tx
        .update(panelCases)
        .set({ score })
        .where(and(eq(panelCases.panelId, panelId), eq(panelCases.applicationId, id)));
      await noteResult(tx, id, { isScored: true, panelScore: score });
      await advanceCase(tx, act, id);
    }
    const subject = { type: 'panel', id: panelId };
    await appendAudit(tx, act, { action: 'panel.closed', subject, details: { scores } });
  });
