import { and, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { Actor } from './actor.ts';
import { firmMembers, staffRoles, users } from './table.ts';

/** The person with the roles held now; nobody where the account is gone or disabled. */
export async function loadActor(db: Reader, userId: string): Promise<Actor | undefined> {
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt)));
  if (!user) return undefined;
  const held = and(eq(staffRoles.userId, userId), isNull(staffRoles.revokedAt));
  const staff =
    user.kind === 'staff'
      ? await db.select({ role: staffRoles.role, department: staffRoles.departmentId }).from(staffRoles).where(held)
      : [];
  const firms =
    user.kind === 'firm'
      ? await db
          .select({ firmId: firmMembers.firmId, role: firmMembers.role })
          .from(firmMembers)
          .where(eq(firmMembers.userId, userId))
      : [];
  return {
    userId,
    name: user.name,
    kind: user.kind,
    staff: staff.map(({ role, department }) => (department === null ? { role } : { role, department })),
    firms,
  };
}
