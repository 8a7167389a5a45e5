import { eq } from 'drizzle-orm';
import type { ApplicationRow } from '../../applications/queries.ts';
import type { Transaction } from '../../db/open-database.ts';
import { caseTexts } from '../table.ts';
import { searchText } from './search-text.ts';

/** Puts what can be searched of a case into the index, in the transaction of its submission. */
export async function indexCase(
  tx: Transaction,
  row: Pick<ApplicationRow, 'id' | 'number' | 'firmName' | 'projectName' | 'creditCode'>,
): Promise<void> {
  const text = searchText(row);
  const [known] = await tx.select({ text: caseTexts.text }).from(caseTexts).where(eq(caseTexts.applicationId, row.id));
  if (known?.text === text) return;
  if (known) await tx.update(caseTexts).set({ text }).where(eq(caseTexts.applicationId, row.id));
  else await tx.insert(caseTexts).values({ applicationId: row.id, text });
}
