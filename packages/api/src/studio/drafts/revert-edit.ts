import type { PersonalAct } from '../../audit/act.ts';
import type { Database, Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { PatchOp } from '../contract.ts';
import { type Changed, changeDocument } from './change-document.ts';
import { listEditsSince, listOwnEdits, type StudioEditRow } from './queries.ts';
import { rebaseOps } from './rebase-ops.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/** What a person can take back and what they can do again: their own savings only, in this session or an earlier one. */
export async function reversible(
  db: Reader,
  draftId: string,
  userId: string,
): Promise<{ readonly undo: StudioEditRow | undefined; readonly redo: StudioEditRow | undefined }> {
  const own = await listOwnEdits(db, draftId, userId);
  const undo = own.find(({ kind }) => kind !== 'undo');
  const lastUndo = own.find(({ kind }) => kind === 'undo');
  // Something new after it ends what could be done again.
  const isOver = own.some(({ kind, version }) => isNew(kind) && version > (lastUndo?.version ?? 0));
  return { undo, redo: isOver ? undefined : lastUndo };
}

const isNew = (kind: StudioEditRow['kind']): boolean => kind !== 'undo' && kind !== 'redo';

/** Takes the person's last saving back, or does again what they took back; what others did since stays. */
export async function revertEdit(
  act: WholeAct,
  { draftId, version, kind }: { readonly draftId: string; readonly version: number; readonly kind: 'undo' | 'redo' },
): Promise<Changed> {
  const { read } = act.database;
  const edit = (await reversible(read, draftId, act.actor.userId))[kind];
  if (!edit) throw new ApiError(409, `studio.nothing-to-${kind}`);
  const since = (await listEditsSince(read, draftId, edit.version)).filter((each) => each.version <= version);
  const put = rebaseOps(JSON.parse(edit.inverse) as PatchOp[], standing(since).flatMap(opsOf));
  if (!put.ok) throw new ApiError(409, 'studio.others-built-on-it');
  return changeDocument(act, {
    draftId,
    version,
    kind,
    summary: edit.summary,
    opsFor: () => put.ops,
    mayRebase: true,
    reverts: edit.version,
  });
}

const opsOf = ({ ops }: StudioEditRow): PatchOp[] => JSON.parse(ops) as PatchOp[];

/** A saving and its taking back directly after it come to nothing. */
function standing(edits: readonly StudioEditRow[]): readonly StudioEditRow[] {
  const left: StudioEditRow[] = [];
  for (const edit of edits) {
    if (edit.reverts !== null && left.at(-1)?.version === edit.reverts) left.pop();
    else left.push(edit);
  }
  return left;
}
