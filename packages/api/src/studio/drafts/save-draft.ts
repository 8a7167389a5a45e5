import type { PersonalAct } from '../../audit/act.ts';
import type { DraftDocument, PatchOp } from '../contract.ts';
import { type Changed, changeDocument } from './change-document.ts';
import { diffDocuments } from './diff-documents.ts';
import { refuseUnsound } from './refuse-unsound.ts';

interface Sent {
  readonly draftId: string;
  readonly version: number;
}

/** Saves the whole text (保存全文); where somebody saved since, nothing is overwritten. */
export function saveDraft(
  act: PersonalAct,
  { document, summary, ...sent }: Sent & { readonly document: DraftDocument; readonly summary?: string | undefined },
): Promise<Changed> {
  refuseUnsound(document);
  return changeDocument(act, {
    ...sent,
    kind: 'save',
    summary: summary ?? '',
    // The name of the policy and that it is a draft are not for the editor to change.
    opsFor: (before, { policyId }) => diffDocuments(before, { ...document, id: policyId, status: 'draft' }),
    mayRebase: false,
  });
}

/** Saves a few changes (保存几处修改); on top of what others have changed elsewhere. */
export function editDraft(
  act: PersonalAct,
  { ops, summary, ...sent }: Sent & { readonly ops: readonly PatchOp[]; readonly summary: string },
): Promise<Changed> {
  for (const op of ops) if ('value' in op) refuseUnsound({ value: op.value });
  return changeDocument(act, {
    ...sent,
    kind: 'edit',
    summary,
    opsFor: () => ops.filter(({ path }) => path !== 'id' && path !== 'status'),
    mayRebase: true,
  });
}
