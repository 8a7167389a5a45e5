import type { ApplicationRow } from '../../applications/queries.ts';
import type { StateId } from '../../applications/states.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Actor } from '../../identity/actor.ts';
import { departmentsOf, mayOpen } from '../may-open.ts';
import { listTasks } from '../queries.ts';

/**
 * While a case is reviewed, and while its decision or its appeal is open: new proof may come with an appeal, and who decides
 * may not go against the rules, so that without this a firm that is right could only be refused again.
 */
const OVERRULABLE: readonly StateId[] = ['in-review', 'in-decision', 'in-appeal'];
export const isOverrulableIn = (state: StateId): boolean => OVERRULABLE.includes(state);

/** Only a reviewer whose department was asked about the case may decide a criterion, and only while that still counts. */
export async function requireReviewer(db: Reader, actor: Actor, row: ApplicationRow): Promise<void> {
  if (!(await mayOpen(db, actor, row))) throw new ApiError(404, 'not-found');
  const mine = departmentsOf(actor);
  if (!(await listTasks(db, row.id)).some(({ department }) => mine.includes(department)))
    throw new ApiError(403, 'not-your-role');
  if (!isOverrulableIn(row.state)) throw new ApiError(409, 'not-in-this-state');
}
