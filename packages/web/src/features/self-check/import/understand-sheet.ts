import {
  type Cell,
  type Diagnostic,
  type MatchedColumn,
  matchHeaders,
  rowToFacts,
  type SheetColumn,
  type SheetFirm,
} from '@tidu/rules';

/** One cell of the sheet: where it stands, what it was read as, or what is wrong with it. */
export interface UnderstoodCell {
  /** As spreadsheets name it: `C2`. */
  readonly at: string;
  readonly header: string;
  readonly cell: string;
  readonly column: SheetColumn;
  readonly problem?: Diagnostic;
}

export interface UnderstoodFirm {
  readonly firm: SheetFirm;
  readonly cells: readonly UnderstoodCell[];
}

export interface UnderstoodSheet {
  readonly firms: readonly UnderstoodFirm[];
  /** Columns that were left out (warnings) or that make the sheet unreadable (errors), with their place. */
  readonly headers: readonly { readonly at: string; readonly problem: Diagnostic }[];
}

type Rows = readonly (readonly Cell[])[];

/** Reads a sheet of firms: headers in the first row and a firm a row, or headers in the first column and a firm a column. */
export function understandSheet(rows: Rows, columns: readonly SheetColumn[]): UnderstoodSheet {
  const across = matchHeaders(rows[0] ?? [], columns);
  const turned = turn(rows);
  const down = matchHeaders(turned[0] ?? [], columns);
  const isTurned = down.columns.length > across.columns.length;
  const [table, match] = isTurned ? [turned, down] : [rows, across];
  const placeOf = (row: number, column: number): string => (isTurned ? cellName(column, row) : cellName(row, column));
  const hasError = match.problems.some((p) => p.level === 'error');
  const firms = hasError
    ? []
    : table.slice(1).flatMap((row, i) => firmOf(row, match.columns, (at) => placeOf(i + 1, at)));
  return {
    firms,
    headers: match.problems.map((problem) => ({
      at: placeOf(0, Number(problem.path.split('.')[1] ?? 1) - 1),
      problem,
    })),
  };
}

const turn = (rows: Rows): Rows => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, c) => rows.map((row) => row[c] ?? null));
};

function firmOf(
  row: readonly Cell[],
  columns: readonly MatchedColumn[],
  placeOf: (at: number) => string,
): readonly UnderstoodFirm[] {
  const filled = columns.filter(({ at }) => row[at] !== null && row[at] !== undefined && row[at] !== '');
  if (filled.length === 0) return [];
  const firm = rowToFacts(row, columns);
  const cells = filled.map(({ at, header, column }): UnderstoodCell => {
    const problem = firm.problems.find((each) => each.path === column.key);
    return { at: placeOf(at), header, cell: String(row[at]), column, ...(problem ? { problem } : {}) };
  });
  return [{ firm, cells }];
}

/** 0, 0 → A1; 1, 27 → AB2. */
export function cellName(row: number, column: number): string {
  const letters = (n: number): string =>
    (n >= 26 ? letters(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));
  return `${letters(column)}${row + 1}`;
}
