import type { PersonalAct } from '../../audit/act.ts';
import type { Database } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { type Changed, changeDocument } from '../drafts/change-document.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { checkDraft } from './check-draft.ts';

interface Wanted {
  readonly draftId: string;
  readonly version: number;
  readonly key: string;
}

/** Carries out the fix of a finding (采用改法), as it stands for the text now. */
export async function applyFindingFix(
  act: PersonalAct & { readonly database: Database },
  { draftId, version, key }: Wanted,
): Promise<Changed> {
  const { read } = act.database;
  const draft = await findDraft(read, draftId);
  if (draft.version !== version) throw new ApiError(409, 'changed-meanwhile');
  const finding = (await checkDraft(read, draft)).findings.find((each) => each.key === key);
  const patch = finding?.fix?.patch;
  if (!finding || !patch) throw new ApiError(404, 'studio.no-such-fix');
  const summary = (finding.fix?.text['zh-CN'] ?? '').slice(0, 200);
  return changeDocument(act, { draftId, version, kind: 'fix', summary, opsFor: () => patch, mayRebase: false });
}
