import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { yuanText, yuanTextOr } from '../money-text.ts';
import type { Finding } from './contract.ts';
import { duplicateFindings } from './table.ts';

/** The doubts about a case, those without an answer first. */
export async function listFindings(db: Reader, applicationId: string): Promise<Finding[]> {
  const rows = await db
    .select()
    .from(duplicateFindings)
    .where(eq(duplicateFindings.applicationId, applicationId))
    .orderBy(asc(duplicateFindings.answeredAt), asc(duplicateFindings.id));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    otherId: row.otherId,
    details: describe(JSON.parse(row.details) as Record<string, unknown>),
    foundAt: row.foundAt,
    answer: row.answer,
    reason: row.reason,
    deduct: yuanTextOr(row.deductFen),
    answeredAt: row.answeredAt,
    answeredByName: row.answeredByName,
  }));
}

const describe = ({ amountFen, ...rest }: Record<string, unknown>): Record<string, unknown> =>
  typeof amountFen === 'number' ? { ...rest, amount: yuanText(amountFen) } : rest;

/** What is to be taken off an award by the answers given, in 分; for the decision. */
export async function deductionsOf(db: Reader, applicationId: string): Promise<number> {
  const rows = await db
    .select({ fen: duplicateFindings.deductFen })
    .from(duplicateFindings)
    .where(and(eq(duplicateFindings.applicationId, applicationId), eq(duplicateFindings.answer, 'deduct')));
  return rows.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
}
