import type { Unit } from '@tidu/rules';
import { reaches, readExact, shift, toText } from '../../../shared/format/exact.ts';

/** How a figure is written down: in 元, 万元 or 亿元, in per cent, or just as it stands (a fraction). */
export type Scale = 'one' | 'wan' | 'yi' | 'percent' | 'asIs';
const POWER: Record<Scale, number> = { one: 0, wan: 4, yi: 8, percent: -2, asIs: 0 };
/** More decimals than any policy has; a figure that does not end by then is written as it stands. */
const PLACES = 24;
const WRITTEN: readonly (readonly [RegExp, Scale])[] = [
  [/^(.*?)\s*亿(元|美元)?$/, 'yi'],
  [/^(.*?)\s*万(元|美元)?$/, 'wan'],
  [/^(.*?)\s*(元|美元)$/, 'one'],
  [/^(.*?)\s*[%％]$/, 'percent'],
];

export const isMoney = (unit: Unit): boolean => unit === 'CNY' || unit === 'USD';

/** The scales a figure may be written in, the first one shown. */
export function scalesFor(value: string, unit: Unit): readonly Scale[] {
  const exact = readExact(value);
  if (!exact || value.includes('/')) return ['asIs'];
  if (unit === 'ratio') return ['percent'];
  if (!isMoney(unit)) return ['one'];
  if (reaches(exact, 8) && toText(shift(exact, -8), 4).exact) return ['yi', 'wan', 'one'];
  if (exact.n === 0n || (reaches(exact, 4) && toText(shift(exact, -4), 4).exact)) return ['wan', 'one', 'yi'];
  return ['one', 'wan', 'yi'];
}

/** A figure of the document as a person writes it: `"0.06"` in per cent is `6`, `"30000000"` in 万 is `3000`. */
export function writeFigure(value: string, scale: Scale): string {
  const exact = readExact(value);
  if (!exact || scale === 'asIs') return value;
  const shown = toText(shift(exact, -POWER[scale]), PLACES);
  return shown.exact ? shown.text : value;
}

/**
 * What a person wrote as a figure of the document, exactly; undefined when it is no number. A unit written behind it
 * (3000万, 6%) counts before the scale. `like` is the figure that stood there: per cent stays per cent.
 */
export function readFigure(text: string, scale: Scale, like = ''): string | undefined {
  const plain = text.trim().normalize('NFKC').replace(/[,\s]/g, '');
  const [pattern, said] = WRITTEN.find(([each]) => each.test(plain)) ?? [undefined, scale];
  const number = pattern ? (pattern.exec(plain)?.[1] ?? '') : plain;
  const exact = readExact(number);
  if (!exact || number.includes('%')) return undefined;
  if (number.includes('/')) return said === 'percent' && pattern ? undefined : number;
  const wanted = said === 'asIs' ? 'one' : said;
  if (wanted === 'percent' && like.endsWith('%')) return `${toText(exact, PLACES).text}%`;
  return toText(shift(exact, POWER[wanted]), PLACES).text;
}

/** A whole number within its limits. */
export function readWhole(text: string, min = 0, max = Number.MAX_SAFE_INTEGER): number | undefined {
  const plain = text.trim().normalize('NFKC').replace(/[,\s]/g, '');
  if (!/^\d{1,15}$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= min && value <= max ? value : undefined;
}
