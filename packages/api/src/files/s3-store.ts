import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { ContentMissing, type FileStore, requireDigest } from './file-store.ts';
import { spool } from './spool.ts';

export interface S3Address {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Files in a bucket of an S3-compatible store, spooled to the local disk first: the name is known only when all is there. */
export function createS3Store(address: S3Address, spoolFolder: string): FileStore {
  const { bucket: Bucket, endpoint, region, accessKeyId, secretAccessKey } = address;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Stores that only resemble S3 often know no checksum trailers; the digest is checked by us.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (digest: string) => {
    const d = requireDigest(digest);
    return { Bucket, Key: `${d.slice(0, 2)}/${d.slice(2, 4)}/${d}` };
  };
  const has = (digest: string) => client.send(new HeadObjectCommand(at(digest))).then(() => true, orMissing(false));
  return {
    async put(content) {
      const { path, digest, sizeBytes, discard } = await spool(content, spoolFolder);
      try {
        const Body = createReadStream(path);
        if (await has(digest)) Body.destroy();
        else await client.send(new PutObjectCommand({ ...at(digest), Body, ContentLength: sizeBytes }));
        return { digest, sizeBytes };
      } finally {
        await discard();
      }
    },
    async open(digest) {
      const found = await client.send(new GetObjectCommand(at(digest))).catch(orMissing(undefined));
      if (!found?.Body) throw new ContentMissing();
      return found.Body as Readable;
    },
    has,
    remove: async (digest) => {
      await client.send(new DeleteObjectCommand(at(digest))).catch(orMissing(undefined));
    },
  };
}

const orMissing =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 404) return otherwise;
    throw error;
  };
