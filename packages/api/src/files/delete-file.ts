import { and, eq, isNull } from 'drizzle-orm';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { ApiError } from '../http/api-error.ts';
import { dropContent } from './drop-content.ts';
import type { FilesDeps } from './files-deps.ts';
import { getFile, heldAmong } from './queries.ts';
import { files } from './table.ts';

/** Deletes a file that nothing needs; its row stays, its content goes when it was the last to need it. */
export async function deleteFile(
  act: PersonalAct & { readonly database: Database },
  deps: FilesDeps,
  { firmId, fileId }: { readonly firmId: string; readonly fileId: string },
): Promise<void> {
  const digest = await withTransaction(act.database, async (tx) => {
    const file = await getFile(tx, firmId, fileId);
    if (!file || file.deletedAt !== null) throw new ApiError(404, 'not-found');
    // Each side takes back what it sent itself; an official only their own.
    const isOwn = act.actor.kind === 'staff' ? file.uploadedBy === act.actor.userId : file.side === 'firm';
    if (!isOwn) throw new ApiError(403, 'not-your-file');
    if ((await heldAmong(tx, [fileId])).size > 0) throw new ApiError(409, 'file-in-use');
    const deleted = { deletedAt: act.now.toISOString(), deletedBy: act.actor.userId };
    await tx
      .update(files)
      .set(deleted)
      .where(and(eq(files.id, fileId), isNull(files.deletedAt)));
    const details = { firmId, name: file.name, digest: file.digest };
    await appendAudit(tx, act, { action: 'file.deleted', subject: { type: 'file', id: fileId }, details });
    return file.digest;
  });
  await dropContent(deps, act.database, digest);
}
