import { and, eq } from 'drizzle-orm';
import type { ApplicationRow } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { type Actor, hasStaffRole } from '../identity/actor.ts';
import { CASE_READERS, type StaffRole } from '../identity/roles.ts';
import { reviewTasks } from './table.ts';

/** Reads every case at the desk; a reviewer alone reads those the own department was asked about. */
const READS_ALL: readonly StaffRole[] = CASE_READERS.filter((role) => role !== 'department-reviewer');

/** Departments a person answers for. */
export const departmentsOf = (actor: Actor): readonly string[] =>
  actor.staff.flatMap(({ role, department }) =>
    role === 'department-reviewer' && department !== undefined ? [department] : [],
  );

/** Whose cases the person may see: all, or those of these departments. */
export const scopeOf = (actor: Actor): 'all' | readonly string[] =>
  hasStaffRole(actor, READS_ALL) ? 'all' : departmentsOf(actor);

/** Whether an official may open the case: once it is submitted, and a reviewer only where the department has or had a task. */
export async function mayOpen(db: Reader, actor: Actor, row: ApplicationRow): Promise<boolean> {
  if (row.submissionId === null || actor.kind !== 'staff') return false;
  const scope = scopeOf(actor);
  if (scope === 'all') return true;
  const asked = await db
    .select({ department: reviewTasks.department })
    .from(reviewTasks)
    .where(and(eq(reviewTasks.applicationId, row.id)));
  return asked.some(({ department }) => scope.includes(department));
}
