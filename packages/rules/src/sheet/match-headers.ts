import type { Diagnostic } from '../policy/diagnostic.ts';
import { bothWords } from './both-words.ts';
import { type Cell, fits, plainText, unitOfWord, type WrittenUnit } from './cell-number.ts';
import type { SheetColumn } from './sheet-columns.ts';

/** A column of the sheet that was recognised; `at` counts from 0, `unit` is what its header says. */
export interface MatchedColumn {
  readonly at: number;
  readonly header: string;
  readonly column: SheetColumn;
  readonly unit?: WrittenUnit;
}

/** What the header row of a sheet means. Errors make the rows unreadable; warnings name columns that are left out. */
export interface MatchedHeaders {
  readonly columns: readonly MatchedColumn[];
  readonly problems: readonly Diagnostic[];
}

interface ReadHeader {
  readonly name: string;
  readonly year?: string;
  readonly unit?: WrittenUnit;
}

/**
 * Finds for every header of a sheet the column it means (表头对应): by key (`revenue@2025`) or by label in any language, the
 * year before or behind it and the unit in brackets, e.g. `2025年营业收入（万元）`. An amount of money without a unit is an
 * error, because 元 and 万元 cannot be told apart. Paths are `header.<n>` with n from 1.
 *
 * @example matchHeaders(['营业收入 2025（万元）'], columnsOf(doc, dates)).columns[0]?.column.key // 'revenue@2025'
 */
export function matchHeaders(headers: readonly Cell[], columns: readonly SheetColumn[]): MatchedHeaders {
  const matched: MatchedColumn[] = [];
  const problems: Diagnostic[] = [];
  const tell = (at: number, level: 'error' | 'warn', code: string, args: Readonly<Record<string, string>>) =>
    problems.push({
      code: `sheet-${code}`,
      level,
      path: `header.${at + 1}`,
      msg: { key: `sheet.${code}`, args },
      fix: { key: `fix.sheet-${code}`, args },
    });
  headers.forEach((cell, at) => {
    const header = String(cell ?? '').trim();
    if (header === '') return;
    const found = findColumn(header, columns);
    if (!found) return tell(at, 'warn', 'column-unknown', { header });
    const { column, unit, isKey } = found;
    const twice = matched.find((m) => m.column.key === column.key);
    if (twice) return tell(at, 'error', 'column-twice', { header, other: twice.header });
    if (unit && !fits(unit, column.unit))
      return tell(at, 'error', 'header-unit', { header, ...bothWords('wanted', column.header) });
    if (column.type === 'money' && !unit && !isKey)
      return tell(at, 'error', 'unit-missing', { header, ...bothWords('wanted', column.header) });
    matched.push({ at, header, column, ...(unit ? { unit } : {}) });
  });
  if (!matched.some((m) => m.column.fact !== undefined)) tell(0, 'error', 'no-columns', {});
  return { columns: matched, problems };
}

interface Found {
  readonly column: SheetColumn;
  readonly unit?: WrittenUnit;
  readonly isKey: boolean;
}

function findColumn(header: string, columns: readonly SheetColumn[]): Found | undefined {
  const byKey = columns.find((c) => c.key === header);
  if (byKey) return { column: byKey, isKey: true };
  // The label may itself hold brackets or digits, so the header is tried with fewer and fewer parts taken off.
  for (const read of readings(header)) {
    const column = columns.find(
      (c) =>
        (c.year ?? '') === (read.year ?? '') && Object.values(c.label).some((label) => squeeze(label) === read.name),
    );
    if (column) return { column, isKey: false, ...(read.unit ? { unit: read.unit } : {}) };
  }
  return undefined;
}

/** A header as it stands, without each bracket that holds a unit (the last first), and each of these without its year. */
function readings(header: string): readonly ReadHeader[] {
  const text = plainText(header);
  return [{ text }, ...withoutUnits(text)].flatMap((each: { text: string; unit?: WrittenUnit }) => {
    const unit = each.unit ? { unit: each.unit } : {};
    const asItStands = { name: squeeze(each.text), ...unit };
    const dated = withoutYear(each.text);
    return dated ? [asItStands, { ...dated, ...unit }] : [asItStands];
  });
}

function withoutUnits(text: string): readonly { text: string; unit: WrittenUnit }[] {
  const brackets = [...text.matchAll(/[([【]\s*(?:单位\s*[::]?\s*)?([^()[\]【】]+?)\s*[)\]】]/g)];
  return brackets.toReversed().flatMap((match) => {
    const unit = unitOfWord(match[1] ?? '');
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return unit ? [{ text: rest, unit }] : [];
  });
}

function withoutYear(text: string): { name: string; year: string } | undefined {
  const match = /(?:FY\s*)?((?:19|20)\d{2})\s*(?:年度|年)?/i.exec(text);
  if (!match?.[1]) return undefined;
  return { name: squeeze(text.replace(match[0], ' ')), year: match[1] };
}

/** Letters, digits and Chinese characters alone: spaces, brackets and dashes do not tell columns apart. */
const squeeze = (text: string): string =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%&]/gu, '');
