import { writeFileSync } from 'node:fs';
import type { Cell } from '@tidu/rules';
import { writeXlsx } from 'hucre/xlsx';
import { CommandError } from './command-error.ts';
import { fromCaller } from './read-input.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Words a column may hold, by index: a list to choose from in the cells below the header. */
  readonly choices?: ReadonlyMap<number, readonly string[]>;
}

const LAST_ROW = 5000;

/** Writes sheets with a bold, frozen header row and columns as wide as their contents. */
export async function writeWorkbook(path: string, sheets: readonly WorkbookSheet[]): Promise<void> {
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name, rows, choices }) => ({
      name,
      rows: rows.map((row) => row.map((cell) => cell ?? null)),
      columns: (rows[0] ?? []).map(() => ({ autoWidth: true })),
      cells: new Map(
        (rows[0] ?? []).map((value, column) => [
          `0,${column}`,
          { value: value ?? null, style: { font: { bold: true } } },
        ]),
      ),
      freezePane: { rows: 1 },
      dataValidations: [...(choices ?? [])].map(([column, values]) => ({
        type: 'list' as const,
        values: [...values],
        range: `${letter(column)}2:${letter(column)}${LAST_ROW}`,
      })),
    })),
  });
  try {
    writeFileSync(fromCaller(path), bytes);
  } catch (error) {
    throw new CommandError(`${path}：写不进去 · cannot be written (${(error as NodeJS.ErrnoException).code ?? ''})`);
  }
}

/** 0 → A, 25 → Z, 26 → AA. */
const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
