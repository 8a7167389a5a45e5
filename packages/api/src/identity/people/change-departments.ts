import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { departments, staffRoles } from '../table.ts';

export interface DepartmentWords {
  readonly label: string;
  readonly labelEn: string;
  readonly position: number;
}

export async function addDepartment(act: PersonalAct, words: DepartmentWords): Promise<string> {
  const id = newId();
  await withTransaction(act.database, async (tx) => {
    await tx.insert(departments).values({ id, ...words });
    await note(tx, act, 'department.added', id, { ...words });
  });
  return id;
}

export async function changeDepartment(act: PersonalAct, id: string, words: DepartmentWords): Promise<void> {
  await withTransaction(act.database, async (tx) => {
    const changed = await tx.update(departments).set(words).where(eq(departments.id, id)).returning();
    if (changed.length === 0) throw new ApiError(404, 'not-found');
    await note(tx, act, 'department.changed', id, { ...words });
  });
}

/** Removes a department nobody reviews for now; who once did stands in the audit trail. */
export async function removeDepartment(act: PersonalAct, id: string): Promise<void> {
  await withTransaction(act.database, async (tx) => {
    const held = and(eq(staffRoles.departmentId, id), isNull(staffRoles.revokedAt));
    if ((await tx.select({ id: staffRoles.id }).from(staffRoles).where(held).limit(1)).length > 0)
      throw new ApiError(409, 'department-in-use');
    await tx.update(staffRoles).set({ departmentId: null }).where(eq(staffRoles.departmentId, id));
    const gone = await tx.delete(departments).where(eq(departments.id, id)).returning();
    if (gone.length === 0) throw new ApiError(404, 'not-found');
    await note(tx, act, 'department.removed', id, { label: gone[0]?.label });
  });
}

const note = (tx: Transaction, act: PersonalAct, action: string, id: string, details: Record<string, unknown>) =>
  appendAudit(tx, act, { action, subject: { type: 'department', id }, details });
