import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import type { Transaction } from '../../db/open-database.ts';
import { firmBankAccounts } from '../table.ts';

/** Takes the account of a firm out of use; the caller audits. Without consent the number itself is wiped. */
export async function endBankAccount(
  tx: Transaction,
  act: PersonalAct,
  firmId: string,
  endedWhy: 'replaced' | 'consent-withdrawn',
): Promise<string | undefined> {
  const wiped = endedWhy === 'consent-withdrawn' ? { sealedNumber: null } : {};
  const [row] = await tx
    .update(firmBankAccounts)
    .set({ endedAt: act.now.toISOString(), endedBy: act.actor.userId, endedWhy, ...wiped })
    .where(and(eq(firmBankAccounts.firmId, firmId), isNull(firmBankAccounts.endedAt)))
    .returning({ id: firmBankAccounts.id });
  return row?.id;
}
