import { createHash } from 'node:crypto';
import type { Act } from '../audit/act.ts';
import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from '../files/files-deps.ts';
import { countFilesOf } from '../files/queries.ts';
import { uploadFile } from '../files/upload-file.ts';
import { ApiError } from '../http/api-error.ts';
import type { ObjectionAttachment } from './contract.ts';
import { describeAttachment } from './describe-objection.ts';
import { readObjection } from './queries.ts';

/** Files with one objection, and how long they may follow it. */
export const MOST_ATTACHMENTS = 5;
const OPEN_MS = 2 * 3_600_000;

interface Attached {
  readonly objectionId: string;
  /** What the receipt of the objection held. */
  readonly key: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export const digestOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Takes in a file of whoever raised the objection, with or without a name: the key says it is the same person. */
export async function attachFile(
  act: Act & { readonly database: Database },
  files: FilesDeps,
  { objectionId, key, name, content }: Attached,
): Promise<ObjectionAttachment> {
  const objection = await readObjection(act.database.read, objectionId);
  if (!objection || objection.filesKeyDigest !== digestOfKey(key)) throw new ApiError(404, 'not-found');
  const isOver = act.now.getTime() > Date.parse(objection.receivedAt) + OPEN_MS;
  if (isOver || objection.outcome !== null) throw new ApiError(409, 'attaching-over');
  const row = await uploadFile(act, files, {
    firmId: objectionId,
    name,
    content,
    require: async (tx) => {
      if ((await countFilesOf(tx, objectionId)) >= MOST_ATTACHMENTS)
        throw new ApiError(409, 'attachments-full', { args: { most: String(MOST_ATTACHMENTS) } });
    },
  });
  return describeAttachment(row);
}
