import { and, eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import type { Transaction } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { DraftDocument, PatchOp } from '../contract.ts';
import { hashOfDraft } from '../document-hash.ts';
import { EDITABLE } from '../draft-states.ts';
import { policyDraftEdits, policyDrafts } from '../table.ts';
import { voidApprovals } from '../void-approvals.ts';
import { byOf } from '../who.ts';
import { applyOps, NoSuchPlace } from './json-ops.ts';
import { listEditsSince, readDraftRow, type StudioDraftRow } from './queries.ts';
import { rebaseOps } from './rebase-ops.ts';
import { refuseForeignAcceptance } from './refuse-foreign-acceptance.ts';

export interface DocumentChange {
  readonly draftId: string;
  /** The version the person had before them. */
  readonly version: number;
  readonly kind: 'save' | 'edit' | 'fix' | 'undo' | 'redo';
  readonly summary: string;
  /** What to change, told from the draft as it was at `version`; empty for nothing to do. */
  readonly opsFor: (document: DraftDocument, row: StudioDraftRow) => readonly PatchOp[];
  /** Whether it may be put on top of what others have changed elsewhere. */
  readonly mayRebase: boolean;
  readonly reverts?: number;
}

export interface Changed {
  readonly row: StudioDraftRow;
  readonly document: DraftDocument;
  readonly rebased: boolean;
}

/** Somebody saved first and the places touch: the page is told both texts (409). */
export class SavedMeanwhile extends ApiError {
  readonly paths: readonly string[];
  constructor(row: StudioDraftRow, paths: readonly string[]) {
    const args = { name: row.updatedByName, version: String(row.version) };
    super(409, 'studio.saved-meanwhile', {
      args,
      details: paths.map((path) => ({ path, message: message('api.studio.same-place', args) })),
    });
    this.paths = paths;
  }
}

/**
 * Saves a change of a draft's text (保存修改). INVARIANT (nothing-lost): what is saved stands on the text the person saw, or on
 * one that differs from it elsewhere only; anything else is refused, and every saving can be taken back.
 */
export const changeDocument = (act: PersonalAct, change: DocumentChange): Promise<Changed> =>
  withTransaction(act.database, async (tx) => {
    const row = await editableDraft(tx, change.draftId);
    const document = JSON.parse(row.document) as DraftDocument;
    if (change.version > row.version) throw new ApiError(409, 'changed-meanwhile');
    const asked = change.opsFor(document, row);
    const rebased = change.version < row.version;
    const ops = rebased ? await onTop(tx, row, change, asked) : asked;
    if (ops.length === 0) return { row, document, rebased };
    const applied = apply(document, ops);
    // Undo and redo bring back only what a person had signed for.
    if (change.reverts === undefined) refuseForeignAcceptance(act, document, applied.document);
    const after = await write(tx, act, row, change, { ops, ...applied });
    return { row: after, document: applied.document, rebased };
  });

export async function editableDraft(tx: Transaction, draftId: string): Promise<StudioDraftRow> {
  const row = await readDraftRow(tx, draftId);
  if (!row) throw new ApiError(404, 'not-found');
  if (!EDITABLE.includes(row.state)) throw new ApiError(409, 'studio.not-editable');
  return row;
}

async function onTop(
  tx: Transaction,
  row: StudioDraftRow,
  { version, mayRebase }: DocumentChange,
  asked: readonly PatchOp[],
): Promise<readonly PatchOp[]> {
  const theirs = (await listEditsSince(tx, row.id, version)).flatMap(({ ops }) => JSON.parse(ops) as PatchOp[]);
  if (!mayRebase) throw new SavedMeanwhile(row, [...new Set(theirs.map(({ path }) => path))].slice(0, 100));
  const put = rebaseOps(asked, theirs);
  if (!put.ok) throw new SavedMeanwhile(row, put.paths);
  return put.ops;
}

function apply(document: DraftDocument, ops: readonly PatchOp[]) {
  try {
    const { document: after, inverse } = applyOps(document, ops);
    return { document: after as DraftDocument, inverse };
  } catch (error) {
    if (!(error instanceof NoSuchPlace)) throw error;
    const { path } = error;
    throw refuseAll('studio.no-such-place', [{ path, message: message('api.studio.no-place', { path }) }]);
  }
}

interface Written {
  readonly ops: readonly PatchOp[];
  readonly inverse: readonly PatchOp[];
  readonly document: DraftDocument;
}

async function write(
  tx: Transaction,
  act: PersonalAct,
  row: StudioDraftRow,
  { kind, summary, reverts }: DocumentChange,
  { ops, inverse, document }: Written,
): Promise<StudioDraftRow> {
  const version = row.version + 1;
  const hash = hashOfDraft(document);
  const who = byOf(act);
  const isVoided = await voidApprovals(tx, act, row);
  const [after] = await tx
    .update(policyDrafts)
    .set({
      document: JSON.stringify(document),
      hash,
      version,
      updatedAt: who.at,
      updatedBy: who.by,
      updatedByName: who.byName,
    })
    .where(and(eq(policyDrafts.id, row.id), eq(policyDrafts.version, row.version)))
    .returning();
  if (!after) throw new ApiError(409, 'changed-meanwhile');
  await tx.insert(policyDraftEdits).values({
    draftId: row.id,
    version,
    kind,
    summary,
    ops: JSON.stringify(ops),
    inverse: JSON.stringify(inverse),
    reverts: reverts ?? null,
    ...who,
  });
  if (reverts !== undefined)
    await tx
      .update(policyDraftEdits)
      .set({ revertedBy: version })
      .where(and(eq(policyDraftEdits.draftId, row.id), eq(policyDraftEdits.version, reverts)));
  await appendAudit(tx, act, {
    action: 'policy-draft.changed',
    subject: { type: 'policy-draft', id: row.id },
    details: { version, kind, summary, hash, paths: ops.map(({ path }) => path).slice(0, 50), voidsApproval: isVoided },
  });
  return after;
}
