import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { deferrals } from './table.ts';

/** Sets until when each promised material must come, as the office accepts with it. */
export async function setDeferralDays(
  tx: Transaction,
  applicationId: string,
  days: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [materialId, dueOn] of days)
    await tx
      .update(deferrals)
      .set({ dueOn })
      .where(and(eq(deferrals.applicationId, applicationId), eq(deferrals.materialId, materialId)));
}
