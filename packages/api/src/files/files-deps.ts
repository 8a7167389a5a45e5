import type { DigestTurns } from './digest-turns.ts';
import type { FileStore } from './file-store.ts';
import type { Scanner } from './scanner.ts';

/** What the verbs of files work with besides the database. */
export interface FilesDeps {
  readonly store: FileStore;
  /** Where content waits until it has been looked at. */
  readonly spoolFolder: string;
  readonly limitBytes: number;
  /** Absent where none is set up: files are then taken as they are, and said to be so. */
  readonly scanner?: Scanner;
  readonly turns: DigestTurns;
}
