import type { ApplicationRow } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Actor } from '../../identity/actor.ts';
import { departmentsOf, mayOpen } from '../may-open.ts';
import { listTasks } from '../queries.ts';

/** Only a reviewer whose department was asked about the case may decide a criterion, and only while it is in review. */
export async function requireReviewer(db: Reader, actor: Actor, row: ApplicationRow): Promise<void> {
  if (!(await mayOpen(db, actor, row))) throw new ApiError(404, 'not-found');
  const mine = departmentsOf(actor);
  if (!(await listTasks(db, row.id)).some(({ department }) => mine.includes(department)))
    throw new ApiError(403, 'not-your-role');
  if (row.state !== 'in-review') throw new ApiError(409, 'not-in-this-state');
}
