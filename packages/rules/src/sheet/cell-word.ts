import type { FactDef } from '../policy/document.ts';
import { type Cell, plainText } from './cell-number.ts';

const YES = ['是', '有', '已', '对', 'yes', 'y', 'true', '1', '√', '✓', '✔'];
const NO = ['否', '无', '没有', '未', '不是', 'no', 'n', 'false', '0', '×', '✗', 'x'];
const UNKNOWN = ['不清楚', '不知道', '待定', '待确认', '未知', '?', 'unknown', "don't know", 'tbd'];
const NOT_APPLICABLE = ['不适用', 'n/a', 'na', 'not applicable', '-', '—', '--', '/'];

const word = (text: string): string => plainText(text).toLowerCase();

/** 是 or 否, however it is written; undefined for anything else. */
export function readBool(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const text = word(String(cell));
  if (YES.includes(text)) return true;
  return NO.includes(text) ? false : undefined;
}

/** A cell that says "not known" or "does not apply" in words; undefined where it says something else. */
export function readState(cell: Cell): 'unknown' | 'notApplicable' | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = word(cell);
  if (UNKNOWN.includes(text)) return 'unknown';
  return NOT_APPLICABLE.includes(text) ? 'notApplicable' : undefined;
}

/** The id of the word of an enum, given by id or by label in any language. */
export function readWord(cell: Cell, def: FactDef | undefined): string | undefined {
  const text = word(String(cell));
  const isMeant = (id: string, label: Readonly<Record<string, string>>) =>
    word(id) === text || Object.values(label).some((each) => word(each) === text);
  return def?.domain?.values?.find((v) => isMeant(v.id, v.label))?.id;
}

export const isEmptyCell = (cell: Cell): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
