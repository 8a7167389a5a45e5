import { eq } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import { applicationDrafts } from '../table.ts';
import type { DraftContent } from './contract.ts';

export type DraftRow = typeof applicationDrafts.$inferSelect;

export async function readDraftRow(db: Reader, applicationId: string): Promise<DraftRow | undefined> {
  const [row] = await db.select().from(applicationDrafts).where(eq(applicationDrafts.applicationId, applicationId));
  return row;
}

export const EMPTY: DraftContent = {
  projectName: '',
  awards: [],
  facts: {},
  materials: {},
  evidence: {},
  deferrals: [],
  otherFunding: [],
  costItems: [],
  notes: '',
  answers: {},
};

// Checked by its contract before it was stored; parts that came later are empty in older drafts.
export const contentOf = (row: Pick<DraftRow, 'content'>): DraftContent => ({
  ...EMPTY,
  ...(JSON.parse(row.content) as DraftContent),
});
