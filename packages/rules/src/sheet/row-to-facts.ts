import { formatQuantity } from '../explain/format.ts';
import type { Locale } from '../messages/index.ts';
import { compare, num, parseNum } from '../number/rational.ts';
import type { Diagnostic } from '../policy/diagnostic.ts';
import type { FactDef, Id, ListItem, Num, Text } from '../policy/document.ts';
import type { FactState, Facts } from '../policy/facts.ts';
import { bothWords, namesOf } from './both-words.ts';
import { readDate } from './cell-date.ts';
import { type Cell, isNumberProblem, plainText, readNumber, type WrittenUnit } from './cell-number.ts';
import { isEmptyCell, readBool, readState, readWord } from './cell-word.ts';
import type { MatchedColumn } from './match-headers.ts';
import type { SheetColumn } from './sheet-columns.ts';

/** One firm of a sheet: its facts, its name and code where the sheet has them, and every cell that could not be read. */
export interface SheetFirm {
  readonly name?: string;
  readonly code?: string;
  readonly facts: Facts;
  /** Paths are the keys of columns, e.g. `revenue@2025`. */
  readonly problems: readonly Diagnostic[];
}

type Read =
  | { readonly value: boolean | string | readonly ListItem[] }
  | { readonly wrong: string; readonly wanted?: Text };

/**
 * Reads one row of a sheet as a firm (一行一企业). An empty cell leaves the fact out, 不清楚 makes it unknown, 不适用 not
 * applicable. All cells are read; those that cannot be are named with a fix, and their facts stay unknown.
 *
 * @example rowToFacts(['3,000'], headers.columns).facts // { revenue: { known: { '2025': '30000000' } } }
 */
export function rowToFacts(row: readonly Cell[], columns: readonly MatchedColumn[]): SheetFirm {
  const facts: Record<Id, FactState> = {};
  const series: Record<Id, Record<string, string | null>> = {};
  const named: { name?: string; code?: string } = {};
  const problems: Diagnostic[] = [];
  for (const matched of columns) {
    const cell = row[matched.at];
    const { fact, year } = matched.column;
    if (isEmptyCell(cell)) continue;
    if (fact === undefined) {
      named[matched.column.key === 'firm.name' ? 'name' : 'code'] = plainText(String(cell));
      continue;
    }
    const state = readState(cell);
    const read: Read = state ? { value: state } : readCell(cell, matched.column, matched.unit);
    if ('wrong' in read) problems.push(problemOf(read, cell, matched));
    const isKnown = 'value' in read && state === undefined;
    if (year !== undefined) {
      const ofYear = isKnown ? String(read.value) : state === 'notApplicable' ? state : null;
      series[fact] = { ...series[fact], [year]: ofYear };
    } else {
      facts[fact] = isKnown ? { known: read.value } : { state: state ?? 'unknown' };
    }
  }
  for (const [id, years] of Object.entries(series)) facts[id] = { known: years };
  return { ...named, facts, problems };
}

function readCell(cell: Cell, column: Pick<SheetColumn, 'type' | 'unit' | 'def'>, unit?: WrittenUnit): Read {
  switch (column.type) {
    case 'bool':
      return found(readBool(cell), 'not-bool');
    case 'enum':
      return found(readWord(cell, column.def), 'not-word', wordsOf(column.def));
    case 'date':
      return typeof cell === 'boolean' ? { wrong: 'not-date' } : found(readDate(cell ?? ''), 'not-date');
    case 'list':
      return readList(String(cell), column.def);
    case 'text':
      return { value: String(cell) };
    default:
      return typeof cell === 'boolean' ? { wrong: 'not-number' } : readFigure(cell ?? '', column, unit);
  }
}

const found = (value: boolean | string | undefined, wrong: string, wanted?: Text): Read => {
  if (value !== undefined) return { value };
  return wanted === undefined ? { wrong } : { wrong, wanted };
};

function readFigure(
  cell: string | number,
  column: Pick<SheetColumn, 'type' | 'unit' | 'def'>,
  unit?: WrittenUnit,
): Read {
  const read = readNumber(cell, column.unit, unit);
  if (isNumberProblem(read)) return { wrong: read };
  if (column.type === 'int' && (read.includes('/') || read.includes('.'))) return { wrong: 'not-whole' };
  const { min, max } = column.def?.domain ?? {};
  const value = num(read);
  const isBelow = min !== undefined && compare(value, num(min)) < 0;
  const isAbove = max !== undefined && compare(value, num(max)) > 0;
  if (!isBelow && !isAbove) return { value: read };
  return { wrong: 'out-of-range', wanted: { 'zh-CN': rangeIn('zh-CN', column), en: rangeIn('en', column) } };
}

/** What a figure may be, with its unit: `≥ 0 元`, `0%–100%`. */
function rangeIn(locale: Locale, { unit, def }: Pick<SheetColumn, 'unit' | 'def'>): string {
  const { min, max } = def?.domain ?? {};
  const shown = (x: Num) => formatQuantity(x, unit ?? 'none', locale, 'exact');
  if (min !== undefined && max !== undefined) return `${shown(min)}–${shown(max)}`;
  return min !== undefined ? `≥ ${shown(min)}` : `≤ ${shown(max ?? '0')}`;
}

/** Records stand one a line (or behind `;`), the fields of a record in their order with `|` between them. */
function readList(cell: string, def: FactDef | undefined): Read {
  const fields = def?.fields ?? [];
  const wanted = namesOf(fields, ' | ');
  const items: ListItem[] = [];
  for (const line of cell.split(/[\n;;]/).filter((each) => each.trim() !== '')) {
    const parts = line.split(/[||]/);
    const item: Record<string, boolean | string | null> = {};
    for (const [i, field] of fields.entries()) {
      const part = parts[i]?.trim() ?? '';
      const read: Read | undefined =
        part === ''
          ? undefined
          : readCell(part, { type: fieldType(field), def: field, ...(field.unit ? { unit: field.unit } : {}) });
      if (read && 'wrong' in read) return { wrong: 'not-list', wanted };
      item[field.id] = read && typeof read.value !== 'object' ? read.value : null;
    }
    if (parts.length > fields.length) return { wrong: 'not-list', wanted };
    items.push(item);
  }
  return { value: items };
}

// Fields are single values; parsePolicy refuses anything else.
const fieldType = (field: FactDef): SheetColumn['type'] => (field.type === 'series' ? 'num' : field.type);

const wordsOf = (def: FactDef | undefined): Text => namesOf(def?.domain?.values ?? [], ' / ');

function problemOf(read: { wrong: string; wanted?: Text }, cell: Cell, matched: MatchedColumn): Diagnostic {
  const wanted = read.wanted ? bothWords('wanted', read.wanted) : {};
  const args = { column: matched.header, cell: String(cell).slice(0, 60), ...wanted };
  return {
    code: `sheet-${read.wrong}`,
    level: 'error',
    path: matched.column.key,
    ...(matched.column.fact === undefined ? {} : { node: matched.column.fact }),
    msg: { key: `sheet.${read.wrong}`, args },
    fix: { key: `fix.sheet-${read.wrong}`, args },
  };
}

/** A number shown as a percentage holds its hundredth; under a header in % it must not be divided again. */
export function cellAsShown(cell: Cell, numberFormat: string | undefined): Cell {
  if (typeof cell !== 'number' || !numberFormat?.includes('%')) return cell;
  const text = readNumber(cell * 100, 'ratio');
  return isNumberProblem(text) || !parseNum(text) ? cell : `${text}%`;
}
