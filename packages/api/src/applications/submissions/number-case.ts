import { and, gte, lt, max } from 'drizzle-orm';
import type { Transaction } from '../../db/open-database.ts';
import { nextNumber } from '../../next-number.ts';
import { applications } from '../table.ts';

/** The number of a case (受理编号), `TD-2026-000123`; there is one writer, so none is given twice. */
export async function numberCase(tx: Transaction, year: string): Promise<string> {
  const start = `TD-${year}-`;
  const ofYear = and(gte(applications.number, start), lt(applications.number, `TD-${Number(year) + 1}-`));
  const [last] = await tx
    .select({ number: max(applications.number) })
    .from(applications)
    .where(ofYear);
  return nextNumber(start, last?.number ?? undefined, { width: 6 });
}
