import type { Readable } from 'node:stream';

/** Stands beside every digest, so that it can change (SM3) and old files are still found. */
export const DIGEST_ALGORITHM = 'sha256';

export interface StoredContent {
  readonly digest: string;
  readonly sizeBytes: number;
}

/**
 * Where the bytes of files lie, under the digest of what they are. INVARIANT (stored-once): putting the same content again
 * changes nothing; what is under a digest has that digest, whole, or is not there.
 */
export interface FileStore {
  put(content: AsyncIterable<Uint8Array>): Promise<StoredContent>;
  /** Throws `ContentMissing` where nothing lies under the digest. */
  open(digest: string): Promise<Readable>;
  has(digest: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(digest: string): Promise<void>;
}

export class ContentMissing extends Error {
  override readonly name = 'ContentMissing';
}

/** A digest becomes part of a path: nothing but 64 hexadecimal digits may. */
export function requireDigest(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new TypeError('not a digest');
  return digest;
}
