import { join } from 'node:path';
import type { FilesConfig } from '../config.ts';
import { createDigestTurns } from './digest-turns.ts';
import type { FilesDeps } from './files-deps.ts';
import { createLocalStore } from './local-store.ts';
import { createS3Store } from './s3-store.ts';
import { commandScanner } from './scanner.ts';

/** The store and the scanner that the configuration names. */
export function openFiles({ folder, limitBytes, s3, scannerCommand }: FilesConfig): FilesDeps {
  const spoolFolder = join(folder, 'incoming');
  return {
    store: s3 ? createS3Store(s3, spoolFolder) : createLocalStore(folder),
    spoolFolder,
    limitBytes,
    ...(scannerCommand ? { scanner: commandScanner(scannerCommand) } : {}),
    turns: createDigestTurns(),
  };
}
