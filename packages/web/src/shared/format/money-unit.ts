import { readExact, shift, toText } from './exact.ts';

/** The units people write amounts in, with their power of ten in yuan. */
export type MoneyUnit = 'yuan' | 'wan' | 'yi';
export const MONEY_UNITS: readonly MoneyUnit[] = ['yuan', 'wan', 'yi'];
const POWER: Record<MoneyUnit, number> = { yuan: 0, wan: 4, yi: 8 };

const WRITTEN: Readonly<Record<string, MoneyUnit>> = { 万: 'wan', 亿: 'yi', '': 'yuan' };
const WITH_UNIT = /^(.*?)\s*(?:([万亿])元?|元)$/;

/**
 * `"3000"` in 万元 → `"30000000"` yuan, exactly; a unit written behind the figure (3000万, 1.2 亿元) counts before the one
 * chosen. Undefined when the text is no number or finer than one 分.
 */
export function toYuan(text: string, unit: MoneyUnit): string | undefined {
  const [, figure = text, word = ''] = WITH_UNIT.exec(text.trim()) ?? [];
  const stated = figure === text ? unit : (WRITTEN[word] ?? unit);
  const typed = readExact(figure);
  if (!typed || text.includes('%') || text.includes('/')) return undefined;
  const yuan = toText(shift(typed, POWER[stated]), 2);
  return yuan.exact ? yuan.text : undefined;
}

/** `"30000000"` yuan → `"3000"` in 万元, exactly. */
export function fromYuan(yuan: string, unit: MoneyUnit): string {
  const value = readExact(yuan);
  return value ? toText(shift(value, -POWER[unit]), 12).text : '';
}

/** `"12.5"` percent as typed → `"0.125"`; undefined when it is no number. */
export function fromPercent(text: string): string | undefined {
  const typed = readExact(text.replace('%', ''));
  return typed && !text.includes('/') ? toText(shift(typed, -2), 14).text : undefined;
}

/** `"0.125"` → `"12.5"`. */
export function toPercent(ratio: string): string {
  const value = readExact(ratio);
  return value ? toText(shift(value, 2), 12).text : '';
}
