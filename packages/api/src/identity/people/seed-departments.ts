import { count } from 'drizzle-orm';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { departments } from '../table.ts';

/** The departments a high-tech zone usually has; all of them can be changed afterwards. */
const USUAL: readonly (readonly [id: string, label: string, labelEn: string])[] = [
  ['science', '科技局', 'Science and Technology'],
  ['finance', '财政局', 'Finance'],
  ['market', '市场监管局', 'Market Regulation'],
  ['tax', '税务局', 'Taxation'],
  ['environment', '生态环境局', 'Ecology and Environment'],
  ['emergency', '应急管理局', 'Emergency Management'],
];

/** Fills an empty list of departments, once. */
export async function seedDepartments(database: Database, now: Date): Promise<void> {
  await withTransaction(database, async (tx) => {
    const [found] = await tx.select({ n: count() }).from(departments);
    if ((found?.n ?? 0) > 0) return;
    const rows = USUAL.map(([id, label, labelEn], i) => ({ id, label, labelEn, position: (i + 1) * 10 }));
    await tx.insert(departments).values(rows);
    const act = { actor: 'system', now, requestId: 'start' } as const;
    await appendAudit(tx, act, { action: 'departments.seeded', subject: { type: 'department', id: 'all' } });
  });
}
