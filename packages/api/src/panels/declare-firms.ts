import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { DeclareFirms } from './contract.ts';
import { findConflict } from './find-conflict.ts';
import { casesToDeclare } from './list-firms.ts';
import { bumpPanel, isExpertOf, openPanel } from './open-panel.ts';
import { unsealIfComplete } from './unseal-if-complete.ts';
import { type Declaration, writeDeclaration } from './write-declaration.ts';

/**
 * An expert declares on firms by their names (按名单申报回避), before any material is shown; it counts for all their cases in
 * the panel. What the system knows goes first.
 */
export const declareFirms = (
  act: PersonalAct,
  panelId: string,
  { answers }: DeclareFirms,
): Promise<{ readonly conflicts: number }> =>
  withTransaction(act.database, async (tx) => {
    const record = await openPanel(tx, act.actor, panelId);
    if (!isExpertOf(record, act.actor)) throw new ApiError(403, 'not-on-panel');
    const { userId } = act.actor;
    const rows = await casesToDeclare(tx, record, userId);
    let conflicts = 0;
    for (const { firmId, kind, note } of answers) {
      const ofFirm = rows.filter((row) => row.firmId === firmId);
      if (ofFirm.length === 0) throw new ApiError(409, 'changed-meanwhile');
      for (const row of ofFirm) {
        const known = await findConflict(tx, userId, row);
        const said: Pick<Declaration, 'hasConflict' | 'kind' | 'note' | 'foundBy'> = known
          ? { hasConflict: true, kind: known, foundBy: 'system' }
          : kind
            ? { hasConflict: true, kind, note, foundBy: 'expert' }
            : { hasConflict: false, foundBy: 'expert' };
        await writeDeclaration(tx, act, { panelId, applicationId: row.id, userId, ...said });
        if (said.hasConflict) conflicts++;
      }
    }
    await bumpPanel(tx, record);
    await unsealIfComplete(tx, act, panelId);
    return { conflicts };
  });
