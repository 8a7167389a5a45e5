import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import { caseAssignments, caseOverrides, overruledDecisions, reviewTasks } from './table.ts';

export type ReviewTask = typeof reviewTasks.$inferSelect;
export type Override = typeof caseOverrides.$inferSelect;

export async function assigneesOf(
  db: Reader,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly userId: string; readonly name: string }>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(caseAssignments)
    .where(inArray(caseAssignments.applicationId, [...applicationIds]));
  return new Map(rows.map(({ applicationId, userId, name }) => [applicationId, { userId, name }]));
}

/** Departments that still owe an answer, by case. */
export async function openDepartmentsOf(
  db: Reader,
  applicationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db
    .select({ id: reviewTasks.applicationId, department: reviewTasks.department })
    .from(reviewTasks)
    .where(and(inArray(reviewTasks.applicationId, [...applicationIds]), eq(reviewTasks.state, 'open')));
  const found = new Map<string, string[]>();
  for (const { id, department } of rows) found.set(id, [...(found.get(id) ?? []), department]);
  return found;
}

/** All tasks of a case, by department, the first round first. */
export const listTasks = (db: Reader, applicationId: string): Promise<ReviewTask[]> =>
  db
    .select()
    .from(reviewTasks)
    .where(eq(reviewTasks.applicationId, applicationId))
    .orderBy(asc(reviewTasks.department), asc(reviewTasks.round));

export async function readTask(db: Reader, id: string): Promise<ReviewTask | undefined> {
  const [task] = await db.select().from(reviewTasks).where(eq(reviewTasks.id, id));
  return task;
}

/** Overrides of a case, also those taken back, the first one first. */
export const listOverrides = (db: Reader, applicationId: string): Promise<Override[]> =>
  db.select().from(caseOverrides).where(eq(caseOverrides.applicationId, applicationId)).orderBy(asc(caseOverrides.id));

/** The results after overrides, the first one first. */
export const listOverruled = (db: Reader, applicationId: string) =>
  db
    .select()
    .from(overruledDecisions)
    .where(eq(overruledDecisions.applicationId, applicationId))
    .orderBy(asc(overruledDecisions.seq));
