import type { Reader } from '../db/open-database.ts';
import { filesByIds } from '../files/queries.ts';
import { type Detail, refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';

/** Evidence that is no file of the firm, or one that was deleted or rejected: each place. */
export async function wrongFiles(
  db: Reader,
  firmId: string,
  fileIds: readonly string[],
  path: string,
): Promise<readonly Detail[]> {
  const usable = (await filesByIds(db, firmId, fileIds)).filter(
    ({ deletedAt, state }) => deletedAt === null && state !== 'rejected',
  );
  const known = new Set(usable.map(({ id }) => id));
  return fileIds.flatMap((id, i) =>
    known.has(id)
      ? []
      : [{ path: `${path}.${i}`, message: message('api.detail.no-file'), fix: message('api.fix.choose-file') }],
  );
}

/** Refuses evidence that cannot be used, every place at once. */
export async function requireFiles(...wanted: Parameters<typeof wrongFiles>): Promise<void> {
  const wrong = await wrongFiles(...wanted);
  if (wrong.length > 0) throw refuseAll('invalid-request', wrong);
}
