import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder } from '../db/make-folder.ts';
import { ContentMissing, type FileStore, requireDigest } from './file-store.ts';
import { spool } from './spool.ts';

/** What was under way when the server was killed; nothing that still arrives is this old. */
const STALE_MS = 24 * 60 * 60_000;

/** Files on the local disk: `ab/cd/abcd…`, written aside and moved in whole. */
export function createLocalStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  makeFolder(incoming);
  removeStale(incoming);
  const pathOf = (digest: string) => join(folder, requireDigest(digest).slice(0, 2), digest.slice(2, 4), digest);
  return {
    async put(content) {
      const { path, digest, sizeBytes, discard } = await spool(content, incoming);
      const target = pathOf(digest);
      if (existsSync(target)) await discard();
      else {
        makeFolder(dirname(target));
        await rename(path, target);
        await syncFolder(dirname(target));
      }
      return { digest, sizeBytes };
    },
    open: async (digest) => openFile(pathOf(digest)),
    has: async (digest) => existsSync(pathOf(digest)),
    remove: (digest) => rm(pathOf(digest), { force: true }),
  };
}

/** Opened before it is given out, so that what is missing is told here and not in the middle of an answer. */
async function openFile(path: string): Promise<Readable> {
  if (!existsSync(path)) throw new ContentMissing();
  const stream = createReadStream(path);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });
  return stream;
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true });
  }
}
