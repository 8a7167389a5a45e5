import { type Cell, cellAsShown, decodeSheetText, readZipClaim } from '@tidu/rules';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';

/** A sheet as rows of plain cells; the first row holds the headers. */
export interface SheetRows {
  readonly headers: readonly Cell[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

export type SheetFault = 'empty' | 'broken' | 'too-large';

/** What a workbook may unpack to: 100 MB is far above a sheet of 100,000 firms. */
const MOST_UNPACKED = 100 * 2 ** 20;

/** Reads a CSV (UTF-8 or GB18030) or the first sheet of an XLSX file; a zip bomb is refused unopened. */
export async function readSheetRows(bytes: Uint8Array): Promise<SheetRows | SheetFault> {
  const rows = isWorkbook(bytes) ? await readWorkbook(bytes) : parseCsv(decodeSheetText(bytes));
  if (typeof rows === 'string') return rows;
  const [headers, ...rest] = rows as readonly (readonly unknown[])[];
  if (!headers) return 'empty';
  return {
    headers: headers.map(plain),
    rows: rest
      .map((cells, i) => ({ number: i + 2, cells: cells.map(plain) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
  };
}

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** How much there is to read; of a workbook what it claims to unpack to. */
export const unpackedSize = (bytes: Uint8Array): number =>
  isWorkbook(bytes) ? (readZipClaim(bytes)?.unpackedBytes ?? 0) : bytes.length;

async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly unknown[])[] | SheetFault> {
  const claim = readZipClaim(bytes);
  if (!claim) return 'broken';
  if (claim.unpackedBytes > MOST_UNPACKED) return 'too-large';
  // Whatever the reader stumbles over is in the file.
  const book = await readXlsx(bytes, { sheets: [0], readStyles: true }).catch(() => undefined);
  if (!book) return 'broken';
  const sheet = book.sheets[0];
  return (sheet?.rows ?? []).map((row, r) =>
    row.map((cell, c) => cellAsShown(plain(cell), sheet?.cells?.get(`${r},${c}`)?.style?.numFmt)),
  );
}

// Dates of a workbook have no time zone; hucre gives them as UTC.
const plain = (cell: unknown): Cell => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return null;
};
