import type { Logger } from 'pino';
import type { Database } from '../db/open-database.ts';
import type { FilesDeps } from '../files/files-deps.ts';
import type { RateLimit } from '../http/rate-limit.ts';

export interface StudioDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly bodyBytes: number;
  /** Where lists of firms are kept. */
  readonly files: FilesDeps;
  /** Largest sheet or list of firms that is taken. */
  readonly uploadBytes: number;
  /** Anyone may comment on a consultation, so few at a time. */
  readonly commentRate: RateLimit;
}

/** A whole text with the sources of every figure is larger than what is sent elsewhere. */
export const DOCUMENT_BYTES = 4 * 2 ** 20;
