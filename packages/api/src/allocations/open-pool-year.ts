import type { Transaction } from '../db/open-database.ts';
import { fenOfText } from '../money-text.ts';
import type { FoundPool } from './pool-of-scheme.ts';
import { poolYears } from './table.ts';

/** Opens the year's account of a pool and of those it is a part of, with the budgets of the policy; once open it stays. */
export async function openPoolYear(tx: Transaction, { version, year, path }: FoundPool, now: Date): Promise<void> {
  for (const [i, pool] of path.entries()) {
    const budgetFen = fenOfText(pool.budget);
    if (budgetFen === undefined) throw new Error(`budget of pool ${pool.id} is no amount in 分: ${pool.budget}`);
    const row = {
      policyId: version.doc.id,
      poolId: pool.id,
      year,
      parentId: path[i - 1]?.id ?? null,
      budgetFen,
      policyHash: version.hash,
      openedAt: now.toISOString(),
    };
    await tx.insert(poolYears).values(row).onConflictDoNothing();
  }
}
