import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { policyTrials } from '../table.ts';

export type TrialRow = typeof policyTrials.$inferSelect;

export async function readTrialRow(db: Reader, id: string): Promise<TrialRow | undefined> {
  const [row] = await db.select().from(policyTrials).where(eq(policyTrials.id, id));
  return row;
}

/** Trials of a draft, the latest first. */
export const listTrialRows = (db: Reader, draftId: string): Promise<TrialRow[]> =>
  db.select().from(policyTrials).where(eq(policyTrials.draftId, draftId)).orderBy(desc(policyTrials.id)).limit(200);

/** Finished trials of exactly one text of a draft, the latest first. */
export const listDoneTrials = (db: Reader, draftId: string, hash: string): Promise<TrialRow[]> =>
  db
    .select()
    .from(policyTrials)
    .where(and(eq(policyTrials.draftId, draftId), eq(policyTrials.draftHash, hash), eq(policyTrials.state, 'done')))
    .orderBy(desc(policyTrials.id));
