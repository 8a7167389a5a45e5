import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { FirmRole } from '../roles.ts';
import { dropSecrets } from '../secrets/use-secret.ts';
import { firmMembers, invitations, staffRoles } from '../table.ts';
import type { Invitation } from './queries.ts';

/** Each role may do what those after it may, and more. */
const BY_POWER: readonly FirmRole[] = ['owner', 'certifier', 'editor'];

/** Marks an invitation as used by `userId` and gives what it promised: a place in a firm, or a role in the office. */
export async function closeInvitation(tx: Transaction, act: Act, invited: Invitation, userId: string): Promise<void> {
  const at = act.now.toISOString();
  const open = and(eq(invitations.id, invited.id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
  const closed = await tx
    .update(invitations)
    .set({ acceptedAt: at, acceptedBy: userId })
    .where(open)
    .returning({ id: invitations.id });
  if (closed.length === 0) throw new ApiError(422, 'code-expired');
  await dropSecrets(tx, 'invitation', invited.id);
  const { firmId, firmRole, staffRole, invitedBy } = invited;
  const role =
    firmId === null || firmRole === null
      ? staffRole
      : await joinWith(tx, { firmId, userId, role: firmRole, addedAt: at, addedBy: invitedBy });
  if (staffRole !== null)
    await tx.insert(staffRoles).values({ id: newId(), userId, role: staffRole, grantedAt: at, grantedBy: invitedBy });
  await appendAudit(tx, act, {
    action: 'invitation.accepted',
    subject: firmId === null ? { type: 'user', id: userId } : { type: 'firm', id: firmId },
    details: { invitation: invited.id, kind: invited.kind, role, userId },
  });
}

/** Whoever came into the firm by another way meanwhile keeps the higher role: an old link never takes the last owner away. */
async function joinWith(tx: Transaction, joining: typeof firmMembers.$inferInsert): Promise<FirmRole> {
  const { firmId, userId } = joining;
  const one = and(eq(firmMembers.firmId, firmId), eq(firmMembers.userId, userId));
  const [before] = await tx.select({ role: firmMembers.role }).from(firmMembers).where(one);
  const role = BY_POWER.find((each) => each === before?.role || each === joining.role) ?? joining.role;
  await tx
    .insert(firmMembers)
    .values({ ...joining, role })
    .onConflictDoUpdate({ target: [firmMembers.firmId, firmMembers.userId], set: { role } });
  return role;
}
