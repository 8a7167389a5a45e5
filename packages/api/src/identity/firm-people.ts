import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import type { FirmRole } from './roles.ts';
import { firmMembers, users } from './table.ts';

export interface FirmMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | undefined;
  readonly role: FirmRole;
  readonly addedAt: string;
}

/** Who works for a firm, the longest there first; of some roles only where asked. */
export async function listFirmMembers(
  db: Reader,
  firmId: string,
  roles?: readonly FirmRole[],
): Promise<readonly FirmMember[]> {
  const rows = await db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      phone: users.phoneNumber,
      role: firmMembers.role,
      addedAt: firmMembers.addedAt,
    })
    .from(firmMembers)
    .innerJoin(users, eq(users.id, firmMembers.userId))
    .where(and(eq(firmMembers.firmId, firmId), ...(roles ? [inArray(firmMembers.role, [...roles])] : [])))
    .orderBy(asc(firmMembers.addedAt), asc(users.id));
  return rows.map((row) => ({ ...row, phone: row.phone ?? undefined }));
}
