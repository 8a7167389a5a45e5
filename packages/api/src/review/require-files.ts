import type { Reader } from '../db/open-database.ts';
import { filesByIds } from '../files/queries.ts';
import { refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';

/** Refuses evidence that is no file of the firm, or one that was deleted or rejected; each place at once. */
export async function requireFiles(
  db: Reader,
  firmId: string,
  fileIds: readonly string[],
  path: string,
): Promise<void> {
  const usable = (await filesByIds(db, firmId, fileIds)).filter(
    ({ deletedAt, state }) => deletedAt === null && state !== 'rejected',
  );
  const known = new Set(usable.map(({ id }) => id));
  const wrong = fileIds.flatMap((id, i) =>
    known.has(id)
      ? []
      : [{ path: `${path}.${i}`, message: message('api.detail.no-file'), fix: message('api.fix.choose-file') }],
  );
  if (wrong.length > 0) throw refuseAll('invalid-request', wrong);
}
