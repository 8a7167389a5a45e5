import { and, eq, inArray } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { hasStaffRole } from '../../identity/actor.ts';
import { notify } from '../../notifications/notify.ts';
import { bumpPanel, isChairOf, openPanel, PANEL_KEEPERS } from '../open-panel.ts';
import { panelCases, panelRounds } from '../table.ts';

export interface NewRound {
  readonly panelId: string;
  readonly version: number;
  readonly applicationIds: readonly string[];
  readonly reason: string;
}

/** Has some cases scored again, with the reason (复评); the scores of the round before stay as they are. */
export const startRound = (act: PersonalAct, { panelId, version, applicationIds, reason }: NewRound): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const record = await openPanel(tx, act.actor, panelId);
    if (!isChairOf(record, act.actor) && !hasStaffRole(act.actor, PANEL_KEEPERS))
      throw new ApiError(403, 'not-your-role');
    if (record.panel.status !== 'unsealed') throw new ApiError(409, 'not-in-this-state');
    const known = new Set(record.cases.map((each) => each.applicationId));
    if (applicationIds.some((id) => !known.has(id))) throw new ApiError(404, 'not-found');
    const round = record.panel.round + 1;
    await bumpPanel(tx, record, { status: 'scoring', round }, version);
    const startedAt = act.now.toISOString();
    await tx.insert(panelRounds).values({ panelId, round, reason, startedAt, startedBy: act.actor.userId });
    await tx
      .update(panelCases)
      .set({ round })
      .where(and(eq(panelCases.panelId, panelId), inArray(panelCases.applicationId, [...applicationIds])));
    const details = { round, reason, cases: applicationIds };
    await appendAudit(tx, act, { action: 'panel.round-started', subject: { type: 'panel', id: panelId }, details });
    const to = record.experts.map(({ userId }) => userId).filter((id) => id !== act.actor.userId);
    await notify(tx, act, { to, key: 'panel.round', args: { panel: record.panel.label }, link: `/panels/${panelId}` });
  });
