import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import S3rver from 's3rver';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testFolder } from '../../testing/open-test-app.ts';
import { ContentMissing, type FileStore } from './file-store.ts';
import { createLocalStore } from './local-store.ts';
import { createS3Store } from './s3-store.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name);

interface Opened {
  readonly store: FileStore;
  /** Where content waits while it arrives. */
  readonly incoming: string;
}

async function openLocal(): Promise<Opened> {
  const folder = testFolder();
  return { store: createLocalStore(folder), incoming: join(folder, 'incoming') };
}

async function openS3(): Promise<Opened> {
  const incoming = join(testFolder(), 'incoming');
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: testFolder(),
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const address = (await server.run()) as AddressInfo;
  onTestFinished(() => server.close());
  const endpoint = `http://127.0.0.1:${address.port}`;
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return { store: createS3Store({ endpoint, bucket: 'evidence', region: 'us-east-1', ...keys }, incoming), incoming };
}

const put = (store: FileStore, bytes: Uint8Array, size = 7_000) =>
  store.put(
    Readable.from(
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size)),
    ),
  );
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.each([
  ['on the local disk', openLocal],
  ['in an S3 bucket', openS3],
])('a store %s', (_, open) => {
  test('gives back what was put, under its digest', async () => {
    const { store } = await open();
    for (const bytes of [randomBytes(1), randomBytes(100_000), Buffer.from('汉字')]) {
      const stored = await put(store, bytes);
      expect(stored).toEqual({ digest: digestOf(bytes), sizeBytes: bytes.length });
      expect((await buffer(await store.open(stored.digest))).equals(bytes)).toBe(true);
      expect(await store.has(stored.digest)).toBe(true);
    }
  });

  test('INVARIANT stored-once: however often and however together, content is there once and whole', async () => {
    const { store, incoming } = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 500 }),
        fc.integer({ min: 1, max: 5 }),
        async (bytes, times) => {
          const all = await Promise.all(Array.from({ length: times }, (_each, i) => put(store, bytes, i + 1)));
          expect(new Set(all.map(({ digest }) => digest))).toEqual(new Set([digestOf(bytes)]));
          expect((await buffer(await store.open(digestOf(bytes)))).equals(Buffer.from(bytes))).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
    expect(filesIn(incoming)).toEqual([]);
  });

  test('INVARIANT nothing-by-halves: an upload that breaks off leaves nothing', async () => {
    const { store, incoming } = await open();
    const breaking = async function* () {
      yield Buffer.from('first half');
      throw new Error('gone');
    };
    await expect(store.put(breaking())).rejects.toThrow('gone');
    expect(filesIn(incoming)).toEqual([]);
    expect(await store.has(digestOf(Buffer.from('first half')))).toBe(false);
  });

  test('what is not there is not there; removing it is no error; a digest is nothing else', async () => {
    const { store } = await open();
    const digest = digestOf(Buffer.from('x'));
    expect(await store.has(digest)).toBe(false);
    await expect(store.open(digest)).rejects.toThrow(ContentMissing);
    await store.remove(digest);
    await put(store, Buffer.from('x'));
    await store.remove(digest);
    expect(await store.has(digest)).toBe(false);
    for (const wild of ['../../etc/passwd', '', 'A'.repeat(64), `${digest}/..`])
      await expect(store.open(wild)).rejects.toThrow('not a digest');
  });
});

describe('the local store', () => {
  test('keeps files apart from the web, in folders by digest, for its own account', async () => {
    const folder = testFolder();
    const { digest } = await put(createLocalStore(folder), Buffer.from('x'));
    expect(existsSync(join(folder, digest.slice(0, 2), digest.slice(2, 4), digest))).toBe(true);
  });

  test('takes away what a killed server left long ago, and nothing that may still arrive', async () => {
    const folder = testFolder();
    mkdirSync(join(folder, 'incoming'));
    for (const name of ['old', 'new']) writeFileSync(join(folder, 'incoming', name), 'x');
    const longAgo = new Date(Date.now() - 25 * 60 * 60_000);
    utimesSync(join(folder, 'incoming', 'old'), longAgo, longAgo);
    createLocalStore(folder);
    expect(readdirSync(join(folder, 'incoming'))).toEqual(['new']);
  });
});
