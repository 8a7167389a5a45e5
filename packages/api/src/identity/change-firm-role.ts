import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { listFirmMembers } from './firm-people.ts';
import type { FirmRole } from './roles.ts';
import { firmMembers } from './table.ts';

interface Member {
  readonly firmId: string;
  readonly userId: string;
}

/** Gives a member of a firm another role, or none. INVARIANT (firm-has-owner): a firm is never left without an owner. */
export const changeFirmRole = (
  act: PersonalAct,
  { firmId, userId }: Member,
  role: FirmRole | undefined,
): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    const members = await listFirmMembers(tx, firmId);
    const member = members.find((each) => each.userId === userId);
    if (!member) throw new ApiError(404, 'not-found');
    const owners = members.filter((each) => each.role === 'owner');
    if (role !== 'owner' && member.role === 'owner' && owners.length === 1) throw new ApiError(409, 'last-owner');
    await write(tx, { firmId, userId }, role);
    const action = role === undefined ? 'firm.member-left' : 'firm.member-role-changed';
    const details = { userId, from: member.role, to: role };
    await appendAudit(tx, act, { action, subject: { type: 'firm', id: firmId }, details });
  });

async function write(tx: Transaction, { firmId, userId }: Member, role: FirmRole | undefined): Promise<void> {
  const one = and(eq(firmMembers.firmId, firmId), eq(firmMembers.userId, userId));
  if (role === undefined) await tx.delete(firmMembers).where(one);
  else await tx.update(firmMembers).set({ role }).where(one);
}
