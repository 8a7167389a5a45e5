import { and, eq } from 'drizzle-orm';
import { adjustCounts } from '../../applications/adjust-counts.ts';
import { advanceCase } from '../../applications/advance-case.ts';
import { type ApplicationRow, readApplication } from '../../applications/queries.ts';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { departmentsOf } from '../may-open.ts';
import { type ReviewTask, readTask } from '../queries.ts';
import { requireFiles } from '../require-files.ts';
import { reviewTasks } from '../table.ts';
import type { AnswerTask } from './contract.ts';

/**
 * Answers what the own department was asked (提出审核意见). The task itself says whether somebody was faster: two people of
 * one department cannot both answer. The last answer sends the case on; asking for more keeps the question open.
 */
export const answerTask = (
  act: PersonalAct,
  { taskId, answer, opinion, evidence }: AnswerTask & { readonly taskId: string },
): Promise<ApplicationRow> =>
  withTransaction(act.database, async (tx) => {
    const { task, row } = await ownTask(tx, act, taskId);
    if (row.state !== 'in-review') throw new ApiError(409, 'not-in-this-state');
    await requireFiles(tx, row.firmId, evidence, 'evidence');
    const [closed] = await tx
      .update(reviewTasks)
      .set({
        state: answer === 'needs-more' ? 'reopened' : 'answered',
        answer,
        opinion,
        evidence: JSON.stringify(evidence),
        closedAt: act.now.toISOString(),
        closedBy: act.actor.userId,
        closedByName: act.actor.name,
      })
      .where(and(eq(reviewTasks.id, taskId), eq(reviewTasks.state, 'open')))
      .returning();
    if (!closed) throw new ApiError(409, 'changed-meanwhile');
    await recordShare(tx, act, row, {
      what: 'task.answered',
      duty: 'review',
      details: { task: taskId, department: task.department, answer },
    });
    if (answer === 'needs-more') {
      await askAgain(tx, act, task, opinion);
      return row;
    }
    const after = await adjustCounts(tx, row.id, { openTasks: -1 });
    return after.openTasks === 0 ? advanceCase(tx, act, row.id) : after;
  });

async function ownTask(tx: Transaction, act: PersonalAct, taskId: string) {
  const task = await readTask(tx, taskId);
  const row = task && (await readApplication(tx, task.applicationId));
  if (!task || !row || !departmentsOf(act.actor).includes(task.department)) throw new ApiError(404, 'not-found');
  return { task, row };
}

/** Puts the question of a task again, as a task of its own. */
export async function askAgain(
  tx: Transaction,
  act: PersonalAct,
  { applicationId, department, round, question }: ReviewTask,
  reason: string,
): Promise<void> {
  await tx.insert(reviewTasks).values({
    id: newId(),
    applicationId,
    department,
    round: round + 1,
    question,
    state: 'open',
    openedAt: act.now.toISOString(),
    reopenReason: reason,
  });
}
