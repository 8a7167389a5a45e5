import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from './files-deps.ts';
import { isContentNeeded } from './queries.ts';

/** Removes content that no file needs any more. */
export const dropContent = ({ store, turns }: FilesDeps, database: Database, digest: string): Promise<void> =>
  turns(digest, async () => {
    if (!(await isContentNeeded(database.read, digest))) await store.remove(digest);
  });
