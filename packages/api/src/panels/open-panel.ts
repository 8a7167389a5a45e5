import { and, eq } from 'drizzle-orm';
import type { Reader, Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { type Actor, hasStaffRole } from '../identity/actor.ts';
import type { StaffRole } from '../identity/roles.ts';
import { type PanelRecord, readPanel } from './queries.ts';
import { panels } from './table.ts';

/** Who sets panels up and follows them. */
export const PANEL_KEEPERS: readonly StaffRole[] = ['intake-clerk', 'decision-maker'];
export const PANEL_READERS: readonly StaffRole[] = [...PANEL_KEEPERS, 'auditor'];

export const isExpertOf = ({ experts }: PanelRecord, { userId }: Actor): boolean =>
  experts.some((each) => each.userId === userId);

export const isChairOf = ({ experts }: PanelRecord, { userId }: Actor): boolean =>
  experts.some((each) => each.userId === userId && each.isChair);

/** A panel for a person who may know of it: its keepers, the auditor, and its own experts. */
export async function openPanel(db: Reader, actor: Actor, id: string): Promise<PanelRecord> {
  const record = await readPanel(db, id);
  if (!record || !(hasStaffRole(actor, PANEL_READERS) || isExpertOf(record, actor)))
    throw new ApiError(404, 'not-found');
  return record;
}

/** Counts a change of the panel; refuses one that was made on an older page. */
export async function bumpPanel(
  tx: Transaction,
  { panel }: PanelRecord,
  set: Partial<typeof panels.$inferInsert> = {},
  seen: number = panel.version,
): Promise<void> {
  const [after] = await tx
    .update(panels)
    .set({ ...set, version: panel.version + 1 })
    .where(and(eq(panels.id, panel.id), eq(panels.version, seen)))
    .returning({ id: panels.id });
  if (!after) throw new ApiError(409, 'changed-meanwhile');
}
