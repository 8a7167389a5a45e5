import { compare, type FactDef, num } from '@tidu/rules';
import { readExact, toText } from '../../../shared/format/exact.ts';
import { type MoneyUnit, toYuan } from '../../../shared/format/money-unit.ts';

export type FigureProblem = 'notNumber' | 'notWhole' | 'tooFine' | 'below' | 'above';
export type ReadFigure = { readonly value: string } | { readonly problem: FigureProblem; readonly bound?: string };

/** 万 and 亿 behind a figure say its unit, whatever unit the field shows. */
const SCALES: readonly (readonly [RegExp, string])[] = [
  [/千亿$/, '100000000000'],
  [/百亿$/, '10000000000'],
  [/十亿$/, '1000000000'],
  [/亿$/, '100000000'],
  [/千万$/, '10000000'],
  [/百万$/, '1000000'],
  [/十万$/, '100000'],
  [/万$/, '10000'],
  [/千$/, '1000'],
];
const TAIL = /(人民币|美元|元|cny|rmb|usd|人|名|位|件|项|个月|月|个|平方米|平米|㎡|m2|分)$/i;

/** What people type on a Chinese keyboard or paste from a statement: full width, separators, ￥, a loss in brackets. */
function plainOf(typed: string): string {
  const text = typed
    .normalize('NFKC')
    .replace(/[\s,，、_']/g, '')
    .replace(/^[¥$]/, '')
    .replace(/[−–—]/, '-');
  const loss = /^\((.+)\)$/.exec(text);
  return loss ? `-${loss[1]}` : text;
}

/** Reads a figure of a question as typed: `3000万`, `3,000.5`, `３０`, `12 人`, `35%`. `unit` is the unit shown beside it. */
export function readFigure(typed: string, def: Pick<FactDef, 'type' | 'unit' | 'domain'>, unit: MoneyUnit): ReadFigure {
  const text = plainOf(typed);
  const isPercent = text.endsWith('%');
  const bare = text.replace(TAIL, '');
  const scale = SCALES.find(([end]) => end.test(bare));
  const digits = (scale ? bare.replace(scale[0], '') : bare).replace(/%$/, '');
  const isMoney = def.type === 'money' || def.unit === 'CNY' || def.unit === 'USD';
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits) || (isPercent && def.unit !== 'ratio')) return { problem: 'notNumber' };
  // 3000元 under a unit of 万元 is three thousand yuan.
  const own: MoneyUnit = /(元|cny|rmb|usd)$/i.test(text) ? 'yuan' : unit;
  const value = isMoney ? money(digits, scale?.[1], own) : plainNumber(digits, scale?.[1], def.unit === 'ratio');
  if (value === undefined) return { problem: 'tooFine' };
  const isWhole = def.type === 'int' || def.unit === 'people' || def.unit === 'count';
  if (isWhole && value.includes('.')) return { problem: 'notWhole' };
  return within(value, def);
}

function money(digits: string, scale: string | undefined, unit: MoneyUnit): string | undefined {
  return scale === undefined ? toYuan(digits, unit) : toYuan(times(digits, scale), 'yuan');
}

function plainNumber(digits: string, scale: string | undefined, isRatio: boolean): string {
  const text = scale === undefined ? digits : times(digits, scale);
  const exact = readExact(isRatio ? `${text}%` : text);
  return exact ? toText(exact, 14).text : text;
}

function times(digits: string, scale: string): string {
  const [a, b] = [readExact(digits), BigInt(scale)];
  return a ? toText({ n: a.n * b, d: a.d }, 14).text : digits;
}

function within(value: string, def: Pick<FactDef, 'domain'>): ReadFigure {
  const { min, max } = def.domain ?? {};
  if (min !== undefined && compare(num(value), num(min)) < 0) return { problem: 'below', bound: min };
  if (max !== undefined && compare(num(value), num(max)) > 0) return { problem: 'above', bound: max };
  return { value };
}
