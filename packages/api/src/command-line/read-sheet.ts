import { readSheetRows, type SheetFault, type SheetRows } from '../sheets/sheet-rows.ts';
import { CommandError } from './command-error.ts';
import { readInput } from './read-input.ts';

export type { SheetRows } from '../sheets/sheet-rows.ts';

const WHY: Readonly<Record<SheetFault, string>> = {
  empty: '表是空的 · the sheet is empty',
  broken: '不是完整的 xlsx 文件 · not a whole xlsx file',
  'too-large': '解压后超过 100 MB，未打开 · unpacks to more than 100 MB and was not opened',
};

/** Reads a CSV (UTF-8 or GB18030) or the first sheet of an XLSX file. */
export async function readSheet(path: string): Promise<SheetRows> {
  const rows = await readSheetRows(readInput(path));
  if (typeof rows === 'string') throw new CommandError(`${path}：${WHY[rows]}`);
  return rows;
}
