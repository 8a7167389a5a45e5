import { join } from 'node:path';
import type { FilesConfig } from '../config.ts';
import { createDigestTurns } from './digest-turns.ts';
import type { FilesDeps } from './files-deps.ts';
import { createLocalStore } from './local-store.ts';
import { commandScanner } from './scanner.ts';

/** The store and the scanner that the configuration names. */
export async function openFiles({ folder, limitBytes, s3, scannerCommand }: FilesConfig): Promise<FilesDeps> {
  const spoolFolder = join(folder, 'incoming');
  return {
    // The client of S3 is large; it is loaded only where it is used.
    store: s3 ? (await import('./s3-store.ts')).createS3Store(s3, spoolFolder) : createLocalStore(folder),
    spoolFolder,
    limitBytes,
    ...(scannerCommand ? { scanner: commandScanner(scannerCommand) } : {}),
    turns: createDigestTurns(),
  };
}
