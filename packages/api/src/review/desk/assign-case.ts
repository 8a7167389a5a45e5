import { readApplication } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { hasStaffRole } from '../../identity/actor.ts';
import { loadActor } from '../../identity/load-actor.ts';
import { CASE_ROLES } from '../../identity/roles.ts';
import { mayOpen } from '../may-open.ts';
import { caseAssignments } from '../table.ts';

/** Puts a case into somebody's hands, or takes it over (指派、接手). Only people who work on cases can be given one. */
export const assignCase = (
  act: PersonalAct,
  { applicationId, userId, version }: { applicationId: string; userId: string; version?: number },
): Promise<{ readonly userId: string; readonly name: string }> =>
  withTransaction(act.database, async (tx) => {
    const row = await readApplication(tx, applicationId);
    if (!row || !(await mayOpen(tx, act.actor, row))) throw new ApiError(404, 'not-found');
    if (version !== undefined && version !== row.version) throw new ApiError(409, 'changed-meanwhile');
    const person = await loadActor(tx, userId);
    if (!person || !hasStaffRole(person, CASE_ROLES)) throw new ApiError(412, 'assignee-not-staff');
    const assigned = {
      userId,
      name: person.name,
      assignedAt: act.now.toISOString(),
      assignedBy: act.actor.userId,
    };
    await tx
      .insert(caseAssignments)
      .values({ applicationId, ...assigned })
      .onConflictDoUpdate({ target: caseAssignments.applicationId, set: assigned });
    await appendAudit(tx, act, {
      action: 'case.assigned',
      subject: { type: 'application', id: applicationId },
      details: { userId },
    });
    return { userId, name: person.name };
  });
