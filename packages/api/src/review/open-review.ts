import { adjustCounts } from '../applications/adjust-counts.ts';
import type { ApplicationRow } from '../applications/queries.ts';
import type { Act } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { reviewersOf } from '../identity/queries.ts';
import { notify } from '../notifications/notify.ts';
import { readScheme } from '../schemes/queries.ts';
import { reviewTasks } from './table.ts';

/**
 * Opens the parallel review (并联审批) of a case that has just been accepted: one task for each department of the scheme,
 * and a first look for double money. Called in the transaction of the acceptance.
 */
export async function openReview(tx: Transaction, act: Omit<Act, 'database'>, row: ApplicationRow): Promise<void> {
  const scheme = await readScheme(tx, row.schemeId, row.schemeRevision);
  if (!scheme) throw new Error(`scheme ${row.schemeId} has no revision ${row.schemeRevision}`);
  const { departments } = scheme.document;
  const tasks = departments.map(({ id, question }) => ({
    id: newId(),
    applicationId: row.id,
    department: id,
    round: 1,
    question: JSON.stringify(question),
    state: 'open' as const,
    openedAt: act.now.toISOString(),
  }));
  await tx.insert(reviewTasks).values(tasks);
  await adjustCounts(tx, row.id, { openTasks: tasks.length });
  await appendAudit(tx, act, {
    action: 'review.opened',
    subject: { type: 'application', id: row.id },
    details: { departments: departments.map(({ id }) => id) },
  });
  await notify(tx, act, {
    to: await reviewersOf(
      tx,
      departments.map(({ id }) => id),
    ),
    key: 'desk.task',
    args: { number: row.number ?? row.projectName, project: row.projectName },
    link: `/desk/cases/${row.id}`,
  });
  await findDuplicates(tx, act, row);
}
