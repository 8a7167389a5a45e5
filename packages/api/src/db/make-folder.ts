import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with all above it; throws where a file stands in the way or the system refuses. One after the other,
 * because node's own recursive way never ends where a system answers "no such folder" to the making of one (as /proc does).
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  let at = path;
  for (; !existsSync(at); at = dirname(at)) missing.unshift(at);
  if (!statSync(at).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  for (const folder of missing) makeOne(folder);
}

/** Of several processes that start at once on the same folder one makes it and the others find it made. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
