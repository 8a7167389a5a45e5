import { type Cell, cellAsShown, decodeSheetText, readZipClaim } from '@tidu/rules';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';

export type SheetProblem = 'tooBig' | 'notSheet' | 'unpacksTooBig' | 'oldExcel' | 'empty' | 'tooWide';
export type ReadSheet = { readonly rows: readonly (readonly Cell[])[] } | { readonly problem: SheetProblem };

/** A sheet of one firm is some 20 KB; anything over this is something else. */
export const MOST_BYTES = 2 * 2 ** 20;
const MOST_UNPACKED = 20 * 2 ** 20;
const MOST_ROWS = 500;
const MOST_COLUMNS = 500;

/** Reads the first sheet of an XLSX or a CSV (UTF-8 or GB18030). Sizes are checked before anything is unpacked. */
export async function readSheetFile(bytes: Uint8Array): Promise<ReadSheet> {
  if (bytes.length > MOST_BYTES) return { problem: 'tooBig' };
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { problem: 'oldExcel' };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = isZip ? await readWorkbook(bytes) : readText(bytes);
  if ('problem' in read) return read;
  const rows = read.rows.slice(0, MOST_ROWS).filter((row) => row.some((cell) => cell !== null && cell !== ''));
  if (rows.length === 0) return { problem: 'empty' };
  return rows.some((row) => row.length > MOST_COLUMNS) ? { problem: 'tooWide' } : { rows };
}

function readText(bytes: Uint8Array): ReadSheet {
  const text = decodeSheetText(bytes);
  // A picture or a PDF is no table, whatever it is called.
  if (text.includes('\0')) return { problem: 'notSheet' };
  return { rows: parseCsv(text).map((row) => row.map(plain)) };
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet> {
  const claim = readZipClaim(bytes);
  if (!claim) return { problem: 'notSheet' };
  if (claim.unpackedBytes > MOST_UNPACKED) return { problem: 'unpacksTooBig' };
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], readStyles: true, maxRows: MOST_ROWS });
    const [sheet] = sheets;
    const asShown = (cell: unknown, r: number, c: number): Cell =>
      cellAsShown(plain(cell), sheet?.cells?.get(`${r},${c}`)?.style?.numFmt);
    return { rows: (sheet?.rows ?? []).map((row, r) => row.map((cell, c) => asShown(cell, r, c))) };
  } catch {
    return { problem: 'notSheet' };
  }
}

// Dates of a workbook have no time zone; hucre gives them as UTC.
function plain(cell: unknown): Cell {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? cell : null;
}
