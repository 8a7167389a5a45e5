import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Actor } from '../../identity/actor.ts';
import { permittedActions } from '../permitted.ts';
import { problemsOf } from '../tell.ts';
import { documentOf, parksOf } from '../texts.ts';
import { personOf } from '../who.ts';
import type { Changed } from './change-document.ts';
import type { SavedStudioDraft, StudioDraft, StudioEdit } from './contract.ts';
import { listEditors, readDraftRow, type StudioDraftRow, type StudioEditRow } from './queries.ts';
import { reversible } from './revert-edit.ts';

export const createdBy = (row: StudioDraftRow) =>
  personOf({ by: row.createdBy, byName: row.createdByName, at: row.createdAt });
export const updatedBy = (row: StudioDraftRow) =>
  personOf({ by: row.updatedBy, byName: row.updatedByName, at: row.updatedAt });

/** The draft of an id; 404 where there is none. */
export async function findDraft(db: Reader, draftId: string): Promise<StudioDraftRow> {
  const row = await readDraftRow(db, draftId);
  if (!row) throw new ApiError(404, 'not-found');
  return row;
}

export async function describeDraft(db: Reader, actor: Actor, draftId: string): Promise<StudioDraft> {
  const row = await findDraft(db, draftId);
  const document = documentOf(row);
  const { undo, redo } = await reversible(db, draftId, actor.userId);
  const isEditor = (await listEditors(db, draftId)).includes(actor.userId);
  const permitted = permittedActions(actor, row.state, isEditor);
  const mayEdit = permitted.includes('edit');
  const { id, policyId, title, base, baseHash, state, version, hash } = row;
  return {
    ...{ id, policyId, title, base, baseHash, state, version, hash, document },
    parks: parksOf(row),
    withdrawnBecause: state === 'withdrawn' ? (row.endReason ?? '') : null,
    problems: problemsOf(document),
    createdBy: createdBy(row),
    updatedBy: updatedBy(row),
    canUndo: mayEdit && undo !== undefined,
    canRedo: mayEdit && redo !== undefined,
    permitted,
  };
}

export async function describeSaved(db: Reader, actor: Actor, changed: Changed): Promise<SavedStudioDraft> {
  const { row, document, rebased } = changed;
  const { undo, redo } = await reversible(db, row.id, actor.userId);
  const { version, hash } = row;
  const can = { canUndo: undo !== undefined, canRedo: redo !== undefined };
  return { version, hash, document, rebased, problems: problemsOf(document), ...can };
}

export const describeEdit = (row: StudioEditRow): StudioEdit => ({
  version: row.version,
  kind: row.kind,
  summary: row.summary,
  paths: (JSON.parse(row.ops) as { path: string }[]).map(({ path }) => path).slice(0, 50),
  by: personOf(row),
  isUndone: row.version > 0 && row.revertedBy !== null,
});
