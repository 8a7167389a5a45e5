import { formatNum, fromInt, multiply, parseNum, type Rational, ratio } from '../number/rational.ts';
import type { Num, Unit } from '../policy/document.ts';

/** What a sheet can hold in a cell. A reader of workbooks turns dates into `YYYY-MM-DD` first. */
export type Cell = string | number | boolean | null | undefined;

/** How a written unit scales to the unit of the fact; `unit` is absent where the word fits several (`万`). */
export interface WrittenUnit {
  readonly factor: Rational;
  readonly unit?: Unit;
}

const whole = (n: number): Rational => fromInt(n);
const PERCENT: WrittenUnit = { factor: ratio(1n, 100n), unit: 'ratio' };

const scaled = (unit: Unit, words: Readonly<Record<string, number>>): readonly [string, WrittenUnit][] =>
  Object.entries(words).map(([word, factor]) => [word, { factor: whole(factor), unit }]);

const plain = (unit: Unit, words: readonly string[]): readonly [string, WrittenUnit][] =>
  words.map((word) => [word, { factor: whole(1), unit }]);

const UNITS: ReadonlyMap<string, WrittenUnit> = new Map<string, WrittenUnit>([
  ...scaled('CNY', { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 千万元: 1e7, 亿元: 1e8 }),
  ...scaled('CNY', { cny: 1, rmb: 1, yuan: 1, '10kcny': 1e4, millioncny: 1e6, '100mcny': 1e8 }),
  ...scaled('USD', { 美元: 1, 千美元: 1e3, 万美元: 1e4, 百万美元: 1e6, 亿美元: 1e8 }),
  ...scaled('USD', { usd: 1, '10kusd': 1e4, millionusd: 1e6, '100musd': 1e8 }),
  ['万', { factor: whole(1e4) }],
  ['亿', { factor: whole(1e8) }],
  ['%', PERCENT],
  ['百分比', PERCENT],
  ...plain('people', ['人', '名', '位', 'people', 'person', 'persons']),
  ...plain('count', ['项', '件', '个', '次', '家', 'count', 'items']),
  ...plain('days', ['天', '日', 'days']),
  ...plain('months', ['月', '个月', 'months']),
  ...plain('years', ['年', '周年', 'years']),
  ...plain('points', ['分', 'points']),
]);

/** The unit a word of a header or behind a number stands for; undefined for any other word. */
export const unitOfWord = (word: string): WrittenUnit | undefined => UNITS.get(word.toLowerCase().replace(/\s/g, ''));

/** Same width, no spaces at the ends: what people type on a Chinese keyboard. */
export const plainText = (text: string): string => text.normalize('NFKC').trim();

/**
 * Exact text of a number of a workbook. Cells are doubles of which Excel shows at most 15 digits, so 0.1 + 0.2 is 0.3.
 * Undefined for what is no finite number or beyond 10²⁰.
 */
export function textOfDouble(x: number): Num | undefined {
  if (!Number.isFinite(x) || Math.abs(x) >= 1e20) return undefined;
  const [digits = '0', exponent = '0'] = x.toExponential(14).split('e');
  const places = 14 - Number(exponent);
  const n = BigInt(digits.replace('.', ''));
  if (places > 40) return '0';
  return formatNum(places >= 0 ? ratio(n, 10n ** BigInt(places)) : fromInt(n * 10n ** BigInt(-places)));
}

/** Why a cell is not a number of the fact's unit. */
export type NumberProblem = 'not-number' | 'unit-unknown' | 'unit-mismatch';

const NUMBER = /^([+-]?[\d,]*\.?\d+%?)(.*)$/;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const BRACKETED = /^(?:[¥$]\s*)?\(\s*(?:[¥$]\s*)?([\d,.][^()]*)\)$/;
const CURRENCY = /^[¥$]\s*/;

/**
 * Reads an amount, count or ratio in the unit of the fact: `3,000.5`, `3000万元`, `0.3亿`, `35%`, `12 人`, and `(50)` for
 * −50 as accountants write it. A unit in the cell wins over that of the header.
 */
export function readNumber(cell: string | number, unit: Unit | undefined, header?: WrittenUnit): Num | NumberProblem {
  if (typeof cell === 'number') {
    const text = textOfDouble(cell);
    return text === undefined ? 'not-number' : scale(text, header);
  }
  const text = plainText(cell).replace(BRACKETED, '-$1').replace(CURRENCY, '');
  const match = NUMBER.exec(text);
  const [, digits = '', rest = ''] = match ?? [];
  if (!match || (digits.includes(',') && !GROUPED.test(digits))) return 'not-number';
  const isPercent = digits.endsWith('%');
  const number = digits.replaceAll(',', '').replace('%', '');
  const word = rest.trim();
  if (isPercent) return word === '' && isRatio(unit) ? scale(number, PERCENT) : 'unit-mismatch';
  if (word === '') return scale(number, header);
  const written = unitOfWord(word);
  if (!written) return /^[\d.]/.test(word) ? 'not-number' : 'unit-unknown';
  return fits(written, unit) ? scale(number, written) : 'unit-mismatch';
}

const isRatio = (unit: Unit | undefined): boolean => unit === 'ratio' || unit === undefined || unit === 'none';

/** A bare 万 or 亿 fits money and plain numbers; every other word only its own unit. */
export function fits(written: WrittenUnit, unit: Unit | undefined): boolean {
  if (written.unit === undefined) return unit !== 'ratio';
  const isPlain = unit === undefined || unit === 'none';
  return written.unit === unit || (isPlain && written.unit !== 'CNY' && written.unit !== 'USD');
}

function scale(text: string, by: WrittenUnit | undefined): Num | NumberProblem {
  const value = text.length > 40 ? undefined : parseNum(text.startsWith('.') ? `0${text}` : text);
  if (!value) return 'not-number';
  return formatNum(by ? multiply(value, by.factor) : value);
}

export const isNumberProblem = (read: Num | NumberProblem): read is NumberProblem => !/^[+-]?\d/.test(read);
