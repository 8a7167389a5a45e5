import { type Cell, cellAsShown, decodeSheetText, readZipClaim } from '@tidu/rules';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { CommandError } from './command-error.ts';
import { readInput } from './read-input.ts';

/** A sheet as rows of plain cells; the first row holds the headers. */
export interface SheetRows {
  readonly headers: readonly Cell[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[];
}

/** What a workbook may unpack to: 100 MB is far above a sheet of 100,000 firms. */
const MOST_UNPACKED = 100 * 2 ** 20;

/** Reads a CSV (UTF-8 or GB18030) or the first sheet of an XLSX file; refuses a zip bomb unopened. */
export async function readSheet(path: string): Promise<SheetRows> {
  const bytes = readInput(path);
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows = isWorkbook ? await readWorkbook(path, bytes) : parseCsv(decodeSheetText(bytes));
  const [headers, ...rest] = rows as readonly (readonly unknown[])[];
  if (!headers) throw new CommandError(`${path}：表是空的 · the sheet is empty`);
  return {
    headers: headers.map(plain),
    rows: rest
      .map((cells, i) => ({ number: i + 2, cells: cells.map(plain) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== '')),
  };
}

async function readWorkbook(path: string, bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const claim = readZipClaim(bytes);
  if (!claim) throw new CommandError(`${path}：不是完整的 xlsx 文件 · not a whole xlsx file`);
  if (claim.unpackedBytes > MOST_UNPACKED) {
    throw new CommandError(`${path}：解压后超过 100 MB，未打开 · unpacks to more than 100 MB and was not opened`);
  }
  const { sheets } = await readXlsx(bytes, { sheets: [0], readStyles: true });
  const sheet = sheets[0];
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
