import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { notify } from '../../notifications/notify.ts';
import { staffRoles } from '../table.ts';
import { keepOneAdministrator } from './keep-one-administrator.ts';

/** The security administrator takes a role from another person of the office. */
export async function revokeRole(act: PersonalAct, userId: string, id: string): Promise<void> {
  if (userId === act.actor.userId) throw new ApiError(403, 'own-roles');
  await withTransaction(act.database, async (tx) => {
    const [gone] = await tx
      .update(staffRoles)
      .set({ revokedAt: act.now.toISOString(), revokedBy: act.actor.userId })
      .where(and(eq(staffRoles.id, id), eq(staffRoles.userId, userId), isNull(staffRoles.revokedAt)))
      .returning({ role: staffRoles.role, department: staffRoles.departmentId });
    if (!gone) throw new ApiError(404, 'not-found');
    await keepOneAdministrator(tx, gone.role);
    await appendAudit(tx, act, { action: 'role.revoked', subject: { type: 'user', id: userId }, details: { ...gone } });
    await notify(tx, act, {
      to: [userId],
      key: 'role-revoked',
      args: { role: `@role.${gone.role}` },
      link: '/account',
    });
  });
}
