import { writeFileSync } from 'node:fs';
import type { Cell } from '@tidu/rules';
import { writeXlsx } from 'hucre/xlsx';
import { CommandError } from './command-error.ts';
import { fromCaller } from './read-input.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Number formats of columns, by index. */
  readonly formats?: ReadonlyMap<number, string>;
  /** Words a column may hold, by index: a list to choose from in the cells below the header. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
}

const LAST_ROW = 5000;
const NARROWEST = 8;
const WIDEST = 48;

/** Refuses a name that Excel would not open as what is written. Called before the work is done. */
export function expectWorkbookName(path: string): void {
  if (!/\.xlsx$/i.test(path))
    throw new CommandError(`${path}：结果写成 Excel 文件，文件名应以 .xlsx 结尾 · the name must end in .xlsx`, 2);
}

/** Writes sheets with a bold, frozen header row that filters, columns as wide as a reader needs, and long text wrapped. */
export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  const bytes = await writeXlsx({ sheets: sheets.map(pageOf) });
  try {
    writeFileSync(fromCaller(path), bytes);
  } catch (error) {
    throw new CommandError(`${path}：写不进去 · cannot be written (${(error as NodeJS.ErrnoException).code ?? ''})`);
  }
}

function pageOf({ name, rows, formats, choices }: WorkbookSheet) {
  const headers = rows[0] ?? [];
  const alignment = { wrapText: true, vertical: 'top' } as const;
  return {
    name,
    rows: rows.map((row) => row.map((cell) => cell ?? null)),
    columns: headers.map((_, column) => {
      const numFmt = formats?.get(column);
      return { width: widthOf(rows, column), style: { alignment, ...(numFmt ? { numFmt } : {}) } };
    }),
    cells: new Map(
      headers.map((value, column) => [
        `0,${column}`,
        { value: value ?? null, style: { font: { bold: true }, alignment } },
      ]),
    ),
    freezePane: { rows: 1 },
    ...(rows.length > 1 ? { autoFilter: { range: `A1:${letter(headers.length - 1)}${rows.length}` } } : {}),
    pageSetup: { orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    dataValidations: [...(choices ?? [])].map(([column, values]) => ({
      type: 'list' as const,
      values: [...values],
      range: `${letter(column)}2:${letter(column)}${LAST_ROW}`,
    })),
  };
}

/** Width of the longest line of a column; a Chinese character is as wide as two letters. */
function widthOf(rows: readonly (readonly Cell[])[], column: number): number {
  let widest = NARROWEST;
  for (const row of rows) {
    for (const line of String(row[column] ?? '').split('\n')) {
      widest = Math.max(widest, line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0) + 2);
      if (widest >= WIDEST) return WIDEST;
    }
  }
  return widest;
}

/** 0 → A, 25 → Z, 26 → AA. */
const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
