import { asc, gt } from 'drizzle-orm';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { deskCases } from '../table.ts';
import { indexCase } from './index-case.ts';

const PAGE = 500;

/** Indexes every submitted case anew, a page at a time; for after a change of what can be searched. Returns how many. */
export async function reindexCases(database: Database): Promise<number> {
  for (let [last, done] = ['', 0]; ; ) {
    const rows = await database.read
      .select()
      .from(deskCases)
      .where(gt(deskCases.id, last))
      .orderBy(asc(deskCases.id))
      .limit(PAGE);
    await withTransaction(database, async (tx) => {
      for (const row of rows) await indexCase(tx, row);
    });
    done += rows.length;
    if (rows.length < PAGE) return done;
    last = rows.at(-1)?.id ?? last;
  }
}
