import type { Readable } from 'node:stream';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { ContentMissing } from './file-store.ts';
import type { FilesDeps } from './files-deps.ts';
import { type FileRow, getFile } from './queries.ts';

interface Wanted {
  readonly firmId: string;
  readonly fileId: string;
  readonly purpose: 'download' | 'preview';
}

/**
 * Opens a file for a person who may see the firm, and notes it in the audit trail. What waits for the scanner opens only
 * for whoever sent it; what was rejected opens for nobody.
 */
export async function openFile(
  act: PersonalAct & { readonly database: Database },
  { store }: Pick<FilesDeps, 'store'>,
  { firmId, fileId, purpose }: Wanted,
): Promise<{ readonly file: FileRow; readonly content: Readable }> {
  const file = await getFile(act.database.read, firmId, fileId);
  if (!file || file.deletedAt !== null) throw new ApiError(404, 'not-found');
  const isOwn = file.state === 'quarantined' && file.uploadedBy === act.actor.userId;
  if (file.state !== 'clean' && !isOwn) throw new ApiError(409, `file-${file.state}` as const);
  const content = await store.open(file.digest).catch((error: unknown) => {
    if (error instanceof ContentMissing) throw new ApiError(404, 'not-found');
    throw error;
  });
  try {
    await withTransaction(act.database, (tx) => {
      const action = purpose === 'download' ? 'file.downloaded' : 'file.viewed';
      const details = { firmId, name: file.name };
      return appendAudit(tx, act, { action, subject: { type: 'file', id: file.id }, details });
    });
  } catch (error) {
    content.destroy();
    throw error;
  }
  return { file, content };
}
