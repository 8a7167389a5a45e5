import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { PolicyDoc } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { readLines } from '../../evaluations/read-lines.ts';
import { ContentMissing, type FileStore } from '../../files/file-store.ts';
import { ApiError } from '../../http/api-error.ts';
import { runJob } from '../worker/run-job.ts';
import { readPopulationRow } from './queries.ts';
import type { SentFirm } from './read-sent-firms.ts';

export interface LoadedPopulation {
  readonly key: string;
  readonly digest: string;
  readonly skipped: number;
}

type Tell = (done: number, total: number) => void;
type Loading = Promise<LoadedPopulation>;

const LONGEST_LINE = 2 ** 21;
/** What is being loaded or was, by key: two trials at once must not load a list twice into one place. */
const loads = new Map<string, Loading>();
const MOST_REMEMBERED = 20;

/** A list of firms that was sent, ready in the thread, read by the texts it is to be tried on; 404 where it is gone. */
export async function loadPopulation(
  { db, store }: { readonly db: Reader; readonly store: FileStore },
  id: string,
  docs: readonly PolicyDoc[],
  tell: Tell = () => {},
): Promise<LoadedPopulation> {
  const row = await readPopulationRow(db, id);
  if (!row || row.deletedAt !== null) throw new ApiError(404, 'studio.population-gone');
  const key = `uploaded|${id}|${factsOf(docs)}`;
  const known = loads.get(key);
  if (known && (await isThere(key, known))) return known;
  const newer = loads.get(key);
  if (newer && newer !== known) return newer;
  const loading = load(store, row.contentDigest, key, docs, (done) => tell(done, row.firms));
  remember(key, loading);
  return loading;
}

/** One that is still being loaded is waited for; one the thread has let go is loaded again. */
async function isThere(key: string, loading: Loading): Promise<boolean> {
  await loading.catch(() => undefined);
  return runJob('has', { key });
}

function remember(key: string, loading: Loading): void {
  loads.delete(key);
  loads.set(key, loading);
  for (const old of loads.keys()) if (loads.size > MOST_REMEMBERED) loads.delete(old);
  loading.catch(() => loads.delete(key));
}

/** Texts that ask the same are tried on the same reading. */
const factsOf = (docs: readonly PolicyDoc[]): string =>
  createHash('sha256')
    .update(JSON.stringify(docs.map((doc) => doc.facts)))
    .digest('hex')
    .slice(0, 16);

async function load(
  store: FileStore,
  contentDigest: string,
  key: string,
  docs: readonly PolicyDoc[],
  tell: (done: number) => void,
): Promise<LoadedPopulation> {
  const lines = await openLines(store, contentDigest);
  await runJob('begin', { key });
  let skipped = 0;
  let done = 0;
  for await (const page of lines) {
    const firms = page.flatMap((line) => ('text' in line ? [JSON.parse(line.text) as SentFirm] : []));
    skipped += await runJob('addGiven', { key, docs, firms });
    done += firms.length;
    tell(done);
  }
  const { digest } = await runJob('end', { key });
  return { key, digest, skipped };
}

async function openLines(store: FileStore, contentDigest: string): Promise<ReturnType<typeof readLines>> {
  const packed = await store.open(contentDigest).catch((error: unknown) => {
    if (error instanceof ContentMissing) throw new ApiError(404, 'studio.population-gone');
    throw error;
  });
  const plain = createGunzip();
  packed.once('error', (error) => plain.destroy(error));
  return readLines(Readable.toWeb(packed.pipe(plain)) as ReadableStream<Uint8Array>, LONGEST_LINE);
}
