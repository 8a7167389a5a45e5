import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '../audit/act.ts';
import type { Transaction } from '../db/open-database.ts';
import type { StudioDraftRow } from './drafts/queries.ts';
import { policyApprovals, policyDrafts } from './table.ts';

/** What was approved is no longer what there is (修改后批准作废): the draft goes back to being one. */
export async function voidApprovals(tx: Transaction, { now }: Pick<Act, 'now'>, row: StudioDraftRow): Promise<boolean> {
  await tx
    .update(policyApprovals)
    .set({ voidedAt: now.toISOString() })
    .where(and(eq(policyApprovals.draftId, row.id), isNull(policyApprovals.voidedAt)));
  if (row.state !== 'approved') return false;
  await tx.update(policyDrafts).set({ state: 'draft' }).where(eq(policyDrafts.id, row.id));
  return true;
}
