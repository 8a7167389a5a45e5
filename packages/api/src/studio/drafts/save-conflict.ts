import type { Reader } from '../../db/open-database.ts';
import type { Locale } from '../../messages/say.ts';
import type { DraftDocument } from '../contract.ts';
import { documentOf } from '../texts.ts';
import type { SavedMeanwhile } from './change-document.ts';
import type { StudioSaveConflict } from './contract.ts';
import { describeEdit, findDraft, updatedBy } from './describe-draft.ts';
import { listEditsSince } from './queries.ts';

interface Sent {
  readonly draftId: string;
  readonly version: number;
  readonly document: DraftDocument | null;
}

/** The answer to who came second: what stands now and by whom, and what was sent, so that nothing is lost. */
export async function describeConflict(
  db: Reader,
  error: SavedMeanwhile,
  { draftId, version, document }: Sent,
  where: { readonly locale: Locale; readonly requestId: string },
): Promise<StudioSaveConflict> {
  const row = await findDraft(db, draftId);
  const { code, message, details, requestId } = error.toBody(where.locale, where.requestId).error;
  return {
    error: { code, message, details, requestId },
    current: { version: row.version, hash: row.hash, document: documentOf(row), by: updatedBy(row) },
    yours: { version, document },
    edits: (await listEditsSince(db, draftId, version)).map(describeEdit),
  };
}
