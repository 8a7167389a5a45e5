import { readApplications } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError, refuseAll } from '../http/api-error.ts';
import { findUser, holdersOf } from '../identity/queries.ts';
import { message } from '../messages/say.ts';
import { notify } from '../notifications/notify.ts';
import type { AssignExpert } from './contract.ts';
import { findConflict } from './find-conflict.ts';
import { bumpPanel, openPanel } from './open-panel.ts';
import type { PanelRecord } from './queries.ts';
import { expertProfiles, panelExperts } from './table.ts';
import { writeDeclaration } from './write-declaration.ts';

/** Puts an expert on a panel (指派专家); conflicts that the system knows of are written down at once. */
export const assignExpert = (act: PersonalAct, panelId: string, expert: AssignExpert): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const record = await openPanel(tx, act.actor, panelId);
    if (record.panel.status !== 'scoring') throw new ApiError(409, 'not-in-this-state');
    const user = await findUser(tx, expert.userId);
    if (!user || !(await holdersOf(tx, 'panel-expert')).includes(expert.userId))
      throw refuseAll('invalid-panel', [{ path: 'userId', message: message('api.detail.not-an-expert') }]);
    await saveProfile(tx, act, expert);
    const row = { panelId, userId: user.id, name: user.name, isChair: expert.isChair };
    await tx
      .insert(panelExperts)
      .values({ ...row, assignedAt: act.now.toISOString(), assignedBy: act.actor.userId })
      .onConflictDoUpdate({ target: [panelExperts.panelId, panelExperts.userId], set: { isChair: expert.isChair } });
    await bumpPanel(tx, record);
    await noteKnownConflicts(tx, act, record, user.id);
    const details = { expert: user.id, isChair: expert.isChair };
    await appendAudit(tx, act, { action: 'panel.expert-assigned', subject: { type: 'panel', id: panelId }, details });
    const args = { panel: record.panel.label };
    await notify(tx, act, { to: [user.id], key: 'panel.assigned', args, link: `/panels/${panelId}` });
  });

async function saveProfile(tx: Transaction, act: PersonalAct, { userId, employer, employerCode }: AssignExpert) {
  if (employer === undefined) return;
  const profile = {
    employer,
    employerCode: employerCode?.toUpperCase() || null,
    savedAt: act.now.toISOString(),
    savedBy: act.actor.userId,
  };
  await tx
    .insert(expertProfiles)
    .values({ userId, ...profile })
    .onConflictDoUpdate({ target: expertProfiles.userId, set: profile });
}

async function noteKnownConflicts(tx: Transaction, act: PersonalAct, { panel, cases }: PanelRecord, userId: string) {
  for (const row of await readApplications(
    tx,
    cases.map(({ applicationId }) => applicationId),
  )) {
    const kind = await findConflict(tx, userId, row);
    if (kind)
      await writeDeclaration(tx, act, {
        panelId: panel.id,
        applicationId: row.id,
        userId,
        hasConflict: true,
        kind,
        foundBy: 'system',
      });
  }
}
