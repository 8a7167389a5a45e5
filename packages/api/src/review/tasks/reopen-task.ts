import { and, eq, inArray } from 'drizzle-orm';
import { adjustCounts } from '../../applications/adjust-counts.ts';
import { type ApplicationRow, readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { hasStaffRole } from '../../identity/actor.ts';
import { departmentsOf, mayOpen } from '../may-open.ts';
import { readTask } from '../queries.ts';
import { reviewTasks } from '../table.ts';
import { askAgain } from './answer-task.ts';

/** Asks a department again while the case is in review, with the reason; its earlier answer stays to be read. */
export const reopenTask = (
  act: PersonalAct,
  { taskId, reason }: { readonly taskId: string; readonly reason: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const task = await readTask(tx, taskId);
    const row = task && (await readApplication(tx, task.applicationId));
    if (!task || !row || !(await mayOpen(tx, act.actor, row))) throw new ApiError(404, 'not-found');
    const isOwn = departmentsOf(act.actor).includes(task.department);
    if (!isOwn && !hasStaffRole(act.actor, ['intake-clerk'])) throw new ApiError(403, 'not-your-role');
    if (row.state !== 'in-review') throw new ApiError(409, 'not-in-this-state');
    const closed = and(eq(reviewTasks.id, taskId), inArray(reviewTasks.state, ['answered', 'silent']));
    const [reopened] = await tx.update(reviewTasks).set({ state: 'reopened' }).where(closed).returning();
    if (!reopened) throw new ApiError(409, 'changed-meanwhile');
    await askAgain(tx, act, task, reason);
    await recordShare(tx, act, row, {
      what: 'task.reopened',
      duty: 'review',
      reason,
      details: { task: taskId, department: task.department },
    });
    return adjustCounts(tx, row.id, { openTasks: 1 });
  });
