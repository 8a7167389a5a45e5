import { parentPort, workerData } from 'node:worker_threads';
import type { Cell } from '@tidu/rules';
import { readSheetRows, type SheetFault } from './sheet-rows.ts';

/** What the thread answers: pages of rows as JSON, which are handed over without a copy and read one at a time. */
export type Answer =
  | { readonly fault: SheetFault }
  | { readonly headers: readonly Cell[]; readonly size: number; readonly pages: readonly Uint8Array<ArrayBuffer>[] };

export interface Asked {
  readonly bytes: Uint8Array;
  readonly rowsAPage: number;
}

const { bytes, rowsAPage } = workerData as Asked;
const read = await readSheetRows(bytes);
if (typeof read === 'string') answer({ fault: read });
else {
  const { headers, rows } = read;
  const text = new TextEncoder();
  const pages = Array.from({ length: Math.ceil(rows.length / rowsAPage) }, (_, page) =>
    text.encode(JSON.stringify(rows.slice(page * rowsAPage, (page + 1) * rowsAPage))),
  );
  answer({ headers, size: rows.length, pages });
}

function answer(told: Answer): void {
  parentPort?.postMessage(told, 'pages' in told ? told.pages.map(({ buffer }) => buffer) : []);
}
