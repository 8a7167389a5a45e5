import {
  guideHeaders,
  guideOf,
  type Locale,
  type Message,
  renderMessage,
  type SheetColumn,
  type Text,
} from '@tidu/rules';
import { writeXlsx } from 'hucre/xlsx';

interface TemplateNames {
  readonly fill: string;
  readonly guide: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
}

/** A list of words longer than this is refused by Excel as a drop-down. */
const LONGEST_LIST = 250;
const ROWS = 50;

/** The template as a workbook: one sheet to fill, a column a question with its unit, and one that explains every column. */
export async function makeTemplate(
  columns: readonly SheetColumn[],
  locale: Locale,
  names: TemplateNames,
): Promise<Uint8Array> {
  const textIn = (text: Text): string => text[locale] ?? text['zh-CN'] ?? '';
  const words = (of: Message | Text): string => (isMessage(of) ? renderMessage(of, locale) : textIn(of));
  const guide = guideOf(columns).map((row) => [
    words(row.column),
    words(row.question),
    row.where ? words(row.where) : '',
    words(row.form),
    row.example ?? '',
  ]);
  const choicesOf = (column: SheetColumn): readonly string[] => {
    if (column.type === 'bool') return [names.yes, names.no, names.unknown];
    const values = column.type === 'enum' ? (column.def?.domain?.values ?? []).map((v) => textIn(v.label)) : [];
    return values.join(',').length <= LONGEST_LIST ? values : [];
  };
  return writeXlsx({
    sheets: [
      {
        name: names.fill,
        rows: [columns.map((column) => words(column.header))],
        columns: columns.map((column) => ({ width: Math.min(30, Math.max(14, words(column.header).length * 1.9)) })),
        cells: headCells(columns.map((column) => words(column.header))),
        rowDefs: new Map([[0, { height: 48 }]]),
        freezePane: { rows: 1, columns: 1 },
        dataValidations: columns.flatMap((column, i) => {
          const values = choicesOf(column);
          const at = letter(i);
          return values.length === 0
            ? []
            : [{ type: 'list' as const, values: [...values], allowBlank: true, range: `${at}2:${at}${ROWS}` }];
        }),
      },
      {
        name: names.guide,
        rows: [guideHeaders.map(words), ...guide],
        columns: [{ width: 34 }, { width: 60 }, { width: 50 }, { width: 36 }, { width: 14 }].map((column) => ({
          ...column,
          style: { alignment: { wrapText: true, vertical: 'top' as const } },
        })),
        cells: headCells(guideHeaders.map(words)),
        freezePane: { rows: 1 },
      },
    ],
  });
}

const headCells = (heads: readonly string[]) =>
  new Map(
    heads.map((value, i) => [
      `0,${i}`,
      { value, style: { font: { bold: true }, alignment: { wrapText: true, vertical: 'center' as const } } },
    ]),
  );

const isMessage = (of: Message | Text): of is Message => typeof of.key === 'string' && typeof of.args === 'object';

const letter = (column: number): string =>
  (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
