import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { fileHolds, files } from './table.ts';

/**
 * Says that `holder` (`fact:<id>`, `submission:<id>`) needs these files: until it lets go none of them can be deleted.
 * Refuses files that are gone. Whose they are is for the caller to check (`filesByIds`).
 */
export async function holdFiles(tx: Transaction, fileIds: readonly string[], holder: string): Promise<void> {
  const ids = [...new Set(fileIds)];
  if (ids.length === 0) return;
  const there = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(inArray(files.id, ids), isNull(files.deletedAt)));
  if (there.length < ids.length) throw new ApiError(409, 'file-gone');
  await tx
    .insert(fileHolds)
    .values(ids.map((fileId) => ({ fileId, holder })))
    .onConflictDoNothing();
}

/** Lets go of all files a holder needed. */
export async function releaseFiles(tx: Transaction, holder: string): Promise<void> {
  await tx.delete(fileHolds).where(eq(fileHolds.holder, holder));
}
