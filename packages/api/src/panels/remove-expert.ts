import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { bumpPanel, openPanel } from './open-panel.ts';
import { panelExperts } from './table.ts';
import { unsealIfComplete } from './unseal-if-complete.ts';

/** Takes an expert off a panel who has handed in nothing yet; what was handed in stays, and so does who did. */
export const removeExpert = (act: PersonalAct, panelId: string, userId: string): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const record = await openPanel(tx, act.actor, panelId);
    if (!record.experts.some((each) => each.userId === userId)) throw new ApiError(404, 'not-found');
    const hasScored = record.scores.some((each) => each.userId === userId && each.handedInAt !== null);
    if (record.panel.status !== 'scoring' || hasScored) throw new ApiError(409, 'not-in-this-state');
    await tx.delete(panelExperts).where(and(eq(panelExperts.panelId, panelId), eq(panelExperts.userId, userId)));
    await bumpPanel(tx, record);
    const details = { expert: userId };
    await appendAudit(tx, act, { action: 'panel.expert-removed', subject: { type: 'panel', id: panelId }, details });
    await unsealIfComplete(tx, act, panelId);
  });
