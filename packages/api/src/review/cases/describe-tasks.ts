import type { Reader } from '../../db/open-database.ts';
import { filesByIds } from '../../files/queries.ts';
import type { Actor } from '../../identity/actor.ts';
import { listDepartments } from '../../identity/people/queries.ts';
import { departmentsOf } from '../may-open.ts';
import { listTasks } from '../queries.ts';
import type { ReviewTask } from '../tasks/contract.ts';
import { fileOf } from './figures.ts';

interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** What each department was asked and has answered, and whether it is for the reader to answer. */
export async function describeTasks(
  db: Reader,
  { id, firmId, state }: { readonly id: string; readonly firmId: string; readonly state: string },
  actor: Actor,
): Promise<ReviewTask[]> {
  const tasks = await listTasks(db, id);
  const labels = new Map((await listDepartments(db)).map((each) => [each.id, each]));
  const ids = tasks.flatMap(({ evidence }) => JSON.parse(evidence) as string[]);
  const files = new Map((await filesByIds(db, firmId, ids)).map((file) => [file.id, fileOf(file)]));
  const mine = departmentsOf(actor);
  return tasks.map((task) => {
    const label = labels.get(task.department);
    return {
      id: task.id,
      department: task.department,
      departmentLabel: { 'zh-CN': label?.label ?? task.department, en: label?.labelEn ?? task.department },
      round: task.round,
      question: JSON.parse(task.question) as Words,
      state: task.state,
      openedAt: task.openedAt,
      reopenReason: task.reopenReason,
      answer: task.answer,
      opinion: task.opinion,
      evidence: (JSON.parse(task.evidence) as string[]).flatMap((fileId) => files.get(fileId) ?? []),
      silence: task.silence,
      closedAt: task.closedAt,
      closedByName: task.closedByName,
      isMine: task.state === 'open' && state === 'in-review' && mine.includes(task.department),
    };
  });
}
