import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Transaction } from '../db/open-database.ts';
import type { FirmRole } from './roles.ts';
import { firmMembers } from './table.ts';

export interface Joining {
  readonly firmId: string;
  readonly userId: string;
  readonly role: FirmRole;
}

/** Takes a person into a firm, in the transaction of the act that leads to it; someone who is in it already stays as is. */
export async function joinFirm(tx: Transaction, act: Omit<Act, 'database'>, joining: Joining): Promise<void> {
  const addedBy = act.actor === 'system' ? 'system' : act.actor.userId;
  const row = { ...joining, addedAt: act.now.toISOString(), addedBy };
  const added = await tx.insert(firmMembers).values(row).onConflictDoNothing().returning();
  if (added.length === 0) return;
  const { firmId, userId, role } = joining;
  const details = { userId, role };
  await appendAudit(tx, act, { action: 'firm.member-joined', subject: { type: 'firm', id: firmId }, details });
}
