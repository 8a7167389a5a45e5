import { readApplication } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import type { DeclareConflict } from './contract.ts';
import { findConflict } from './find-conflict.ts';
import { bumpPanel, isExpertOf, openPanel } from './open-panel.ts';
import { declarationOn, isHandedIn, scoreOf } from './progress.ts';
import { unsealIfComplete } from './unseal-if-complete.ts';
import { writeDeclaration } from './write-declaration.ts';

/**
 * An expert says whether there is a conflict of interest in a case (回避申报); what the system knows goes first. Where the
 * case is blind nobody can say that there is none: that is said of the firms' names.
 */
export const declareConflict = (
  act: PersonalAct,
  panelId: string,
  applicationId: string,
  said: DeclareConflict,
): Promise<{ readonly hasConflict: boolean }> =>
  withTransaction(act.database, async (tx) => {
    const record = await openPanel(tx, act.actor, panelId);
    const before = record.cases.find((each) => each.applicationId === applicationId);
    const row = await readApplication(tx, applicationId);
    if (!before || !row) throw new ApiError(404, 'not-found');
    if (!isExpertOf(record, act.actor)) throw new ApiError(403, 'not-on-panel');
    if (record.panel.isBlind && !said.hasConflict) throw new ApiError(409, 'declare-by-name');
    const { userId } = act.actor;
    const hasScored = isHandedIn(scoreOf(record, before, userId));
    if (hasScored || declarationOn(record, applicationId, userId)?.hasConflict)
      throw new ApiError(409, 'not-in-this-state');
    const known = await findConflict(tx, userId, row);
    const key = { panelId, applicationId, userId };
    if (known) await writeDeclaration(tx, act, { ...key, hasConflict: true, kind: known, foundBy: 'system' });
    else await writeDeclaration(tx, act, { ...key, ...said, foundBy: 'expert' });
    await bumpPanel(tx, record);
    await unsealIfComplete(tx, act, panelId);
    return { hasConflict: known !== undefined || said.hasConflict };
  });
