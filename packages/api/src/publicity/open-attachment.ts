import type { PersonalAct } from '../audit/act.ts';
import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from '../files/files-deps.ts';
import { openFile } from '../files/open-file.ts';
import { ApiError } from '../http/api-error.ts';
import { readObjection } from './queries.ts';

interface Wanted {
  readonly objectionId: string;
  readonly fileId: string;
  readonly as: 'download' | 'preview';
}

/** Opens what was attached to an objection for who answers it; that is noted like every opening of a file. */
export async function openAttachment(
  act: PersonalAct & { readonly database: Database },
  files: FilesDeps,
  { objectionId, fileId, as }: Wanted,
) {
  if (!(await readObjection(act.database.read, objectionId))) throw new ApiError(404, 'not-found');
  return openFile(act, files, { firmId: objectionId, fileId, purpose: as });
}
