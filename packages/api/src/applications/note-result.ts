import { eq } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { nextVersion } from './change-state.ts';
import type { ApplicationRow } from './queries.ts';
import { applications } from './table.ts';

/** What a panel or a ranking came to for a case. */
export type StepResult =
  | { readonly isScored: true; readonly panelScore: number }
  | { readonly isPlaced: true; readonly amountFen: number };

/** Keeps the result of a panel or a ranking on the case; `advanceCase` then sends it on. */
export async function noteResult(tx: Transaction, applicationId: string, result: StepResult): Promise<ApplicationRow> {
  const [after] = await tx
    .update(applications)
    .set({ ...result, version: nextVersion })
    .where(eq(applications.id, applicationId))
    .returning();
  if (!after) throw new ApiError(404, 'not-found');
  return after;
}
