import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answer, Asked } from './serve-sheet.ts';
import { otherRequests, ROWS_A_PAGE, type SheetPages } from './sheet-pages.ts';
import type { SheetFault, SheetRow } from './sheet-rows.ts';

/** A sheet of 20 MB takes seconds; whatever is not read by then never will be. */
const LONGEST_MS = 120_000;
const MOST_MEMORY_MB = 1536;

let last: Promise<unknown> = Promise.resolve();

/** Reads a sheet in a thread that ends with it; one at a time, for each may take a lot of memory. */
export function readInThread(bytes: Uint8Array, longestMs = LONGEST_MS): Promise<SheetPages | SheetFault> {
  const turn = last.then(() => readAlone(bytes, longestMs));
  last = turn.catch(() => undefined);
  return turn;
}

async function readAlone(bytes: Uint8Array, longestMs: number): Promise<SheetPages | SheetFault> {
  const workerData: Asked = { bytes, rowsAPage: ROWS_A_PAGE };
  const worker = new Worker(new URL('./start-thread.mjs', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(longestMs) })) as [Answer];
    if ('fault' in answer) return answer.fault;
    const { headers, size, pages } = answer;
    return { headers, size, pages: () => unpack(pages) };
  } catch (error) {
    if (TOO_MUCH.includes((error as { readonly code?: unknown }).code)) return 'too-large';
    throw error;
  } finally {
    await worker.terminate();
  }
}

const TOO_MUCH: readonly unknown[] = ['ERR_WORKER_OUT_OF_MEMORY', 'ABORT_ERR'];

async function* unpack(pages: readonly Uint8Array[]): AsyncGenerator<readonly SheetRow[]> {
  const text = new TextDecoder();
  for (const page of pages) {
    yield JSON.parse(text.decode(page)) as readonly SheetRow[];
    await otherRequests();
  }
}
