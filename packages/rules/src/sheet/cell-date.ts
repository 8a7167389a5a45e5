import { formatDay, parseDay } from '../date/day.ts';
import type { IsoDate } from '../policy/document.ts';
import { plainText } from './cell-number.ts';

/** Day 0 of a workbook's calendar, as days since 1970-01-01; serial 60 (29 February 1900) never was, so it starts two days early. */
const SERIAL_ZERO = -25569;
const LAST_SERIAL = 2958465;

const WRITTEN = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s].*)?$/;

/** Reads `2023-05-01`, `2023/5/1`, `2023年5月1日`, `20230501` or the day number of a workbook; undefined for anything else. */
export function readDate(cell: string | number): IsoDate | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) ? ofNumber(cell) : undefined;
  const text = plainText(cell);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = '', month = '', day = ''] = compact ?? WRITTEN.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseDay(iso) === undefined ? undefined : iso;
}

function ofNumber(n: number): IsoDate | undefined {
  // Typed without separators, 20230501 is far beyond the last day number of a workbook.
  if (n > LAST_SERIAL) return readDate(String(n));
  return n < 61 ? undefined : formatDay(n + SERIAL_ZERO);
}
