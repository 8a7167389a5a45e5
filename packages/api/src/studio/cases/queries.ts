import { asc, eq } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { policyDraftCases } from '../table.ts';

export type StudioCaseRow = typeof policyDraftCases.$inferSelect;

export const listCaseRows = (db: Reader, draftId: string): Promise<StudioCaseRow[]> =>
  db.select().from(policyDraftCases).where(eq(policyDraftCases.draftId, draftId)).orderBy(asc(policyDraftCases.id));
