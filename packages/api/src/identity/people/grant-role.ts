import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { type Locale, message, say } from '../../messages/say.ts';
import { notify } from '../../notifications/notify.ts';
import { findUser } from '../queries.ts';
import { conflictOf } from '../role-rules.ts';
import type { StaffRole } from '../roles.ts';
import { staffRoles } from '../table.ts';
import { listDepartments, rolesHeld } from './queries.ts';

export interface RoleGrant {
  readonly userId: string;
  readonly role: StaffRole;
  readonly department?: string | undefined;
}

/** The security administrator gives a role to another person of the office. */
export async function grantRole(act: PersonalAct, { userId, role, department }: RoleGrant): Promise<void> {
  if (userId === act.actor.userId) throw new ApiError(403, 'own-roles');
  await withTransaction(act.database, async (tx) => {
    const user = await findUser(tx, userId);
    if (!user) throw new ApiError(404, 'not-found');
    if (user.kind !== 'staff') throw new ApiError(409, 'not-staff');
    const held = await rolesHeld(tx, userId);
    const departmentId = role === 'department-reviewer' ? (department ?? null) : null;
    const departments = (await listDepartments(tx)).map(({ id }) => id);
    if (role === 'department-reviewer' && !departments.includes(departmentId ?? ''))
      throw new ApiError(422, 'department-needed');
    if (held.some((each) => each.role === role && each.departmentId === departmentId))
      throw new ApiError(409, 'role-held');
    const conflict = conflictOf(
      held.map((each) => each.role),
      role,
    );
    if (conflict !== undefined)
      throw new ApiError(409, 'roles-conflict', {
        args: {
          held: wordsOf(conflict),
          heldEn: wordsOf(conflict, 'en'),
          wanted: wordsOf(role),
          wantedEn: wordsOf(role, 'en'),
        },
      });
    const grantedAt = act.now.toISOString();
    await tx
      .insert(staffRoles)
      .values({ id: newId(), userId, role, departmentId, grantedAt, grantedBy: act.actor.userId });
    const subject = { type: 'user', id: userId };
    await appendAudit(tx, act, { action: 'role.granted', subject, details: { role, department: departmentId } });
    await notify(tx, act, { to: [userId], key: 'role-granted', args: { role: `@role.${role}` }, link: '/account' });
  });
}

export const wordsOf = (role: StaffRole, locale: Locale = 'zh-CN'): string => say(message(`role.${role}`), locale);
