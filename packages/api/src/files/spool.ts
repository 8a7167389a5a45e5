import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../db/make-folder.ts';
import { newId } from '../db/new-id.ts';
import { DIGEST_ALGORITHM, type StoredContent } from './file-store.ts';

/** Content that has arrived whole, in a file of its own until it is put where it belongs or discarded. */
export interface Spooled extends StoredContent {
  readonly path: string;
  discard(): Promise<void>;
}

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * Writes content into a new file of the folder, to the disk. INVARIANT (nothing-by-halves): where the sender stops, the
 * limit is passed or the disk is full, nothing is left behind.
 */
export async function spool(
  content: AsyncIterable<Uint8Array>,
  folder: string,
  limitBytes = Number.POSITIVE_INFINITY,
): Promise<Spooled> {
  makeFolder(folder);
  const path = join(folder, newId());
  const discard = () => rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    const hash = createHash(DIGEST_ALGORITHM);
    let sizeBytes = 0;
    for await (const piece of content) {
      sizeBytes += piece.length;
      if (sizeBytes > limitBytes) throw new TooLarge();
      hash.update(piece);
      await file.writeFile(piece);
    }
    await file.sync();
    await file.close();
    return { path, digest: hash.digest('hex'), sizeBytes, discard };
  } catch (error) {
    await file.close().catch(() => undefined);
    await discard();
    throw error;
  }
}
