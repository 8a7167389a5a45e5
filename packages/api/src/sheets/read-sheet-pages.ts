import { readInThread } from './read-in-thread.ts';
import { otherRequests, ROWS_A_PAGE, type SheetPages } from './sheet-pages.ts';
import { readSheetRows, type SheetFault, type SheetRow, type SheetRows, unpackedSize } from './sheet-rows.ts';

/** What is read in a few milliseconds; a thread takes longer to start. */
const SMALL = { bytes: 128 * 2 ** 10, unpacked: 2 ** 20 };

/** Reads the sheet somebody has uploaded; one of any size in a thread of its own, so that nobody waits for it. */
export async function readSheetPages(bytes: Uint8Array): Promise<SheetPages | SheetFault> {
  const isSmall = bytes.length <= SMALL.bytes && unpackedSize(bytes) <= SMALL.unpacked;
  if (!isSmall) return readInThread(bytes);
  const rows = await readSheetRows(bytes);
  return typeof rows === 'string'
    ? rows
    : { headers: rows.headers, size: rows.rows.length, pages: () => inPages(rows) };
}

async function* inPages({ rows }: SheetRows): AsyncGenerator<readonly SheetRow[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_PAGE) {
    yield rows.slice(from, from + ROWS_A_PAGE);
    await otherRequests();
  }
}
