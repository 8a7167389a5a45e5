import type { PatchOp } from '@tidu/api/studio/contract';
import type { PolicyDoc, Unit } from '@tidu/rules';
import { readExact, shift, toText } from '../../../shared/format/exact.ts';
import { isMoney, type Scale, scalesFor, writeFigure } from './figure-text.ts';
import { type Figure, type FigureLine, figureLines } from './figures.ts';
import { join, splitLast, valueAt } from './json-path.ts';
import { isJson } from './shape-of.ts';

/**
 * Names repeat figures (“增长率不低于15%”). They follow when the figure changes (名称随数字改), in both languages, where it is
 * plain that they mean this one: no other figure below the name has the same value.
 */
export function labelOps(doc: PolicyDoc, line: FigureLine, figure: Figure, next: string): readonly PatchOp[] {
  const before = String(figure.value);
  const twins = figureLines(doc)
    .flatMap(({ figures }) => figures)
    .filter(({ path, unit, value }) => path !== figure.path && unit === figure.unit && isSame(String(value), before));
  const named = line.owners
    .map(({ path }) => path)
    .filter((at) => !twins.some(({ path }) => path.startsWith(`${at}.`)));
  return [...named, ...rowsBeside(doc, line, figure)].flatMap((at) => {
    const label = valueAt(doc, join(at, 'label'));
    if (!isJson(label)) return [];
    return Object.entries(label).flatMap(([locale, said]): readonly PatchOp[] => {
      const follows = typeof said === 'string' ? followed(said, before, next, figure.unit) : undefined;
      return follows === undefined ? [] : [{ op: 'replace', path: join(at, `label.${locale}`), value: follows }];
    });
  });
}

/** The rows of a table say where the next one begins. */
function rowsBeside(doc: PolicyDoc, line: FigureLine, figure: Figure): readonly string[] {
  if (line.path === figure.path) return [];
  const [list] = splitLast(line.path);
  const rows = valueAt(doc, list);
  if (figure.key === 'out' || !Array.isArray(rows)) return [line.path];
  return rows.map((_, i) => join(list, i));
}

const TOKEN = /(\d[\d,]*(?:\.\d+)?)\s*(%|％|亿|万|million|billion)?/g;
const POWER: Readonly<Record<string, number>> = { 亿: 8, 万: 4, million: 6, billion: 9, '%': -2, '％': -2 };

/** The words with the new figure for the old one; undefined where they do not name it exactly once. */
export function followed(text: string, before: string, next: string, unit: Unit): string | undefined {
  const found = [...text.matchAll(TOKEN)].filter(([, number = '', scale]) => {
    if ((scale === '%' || scale === '％') !== (unit === 'ratio')) return false;
    if (scale !== undefined && unit !== 'ratio' && !isMoney(unit)) return false;
    const exact = readExact(number.replaceAll(',', ''));
    return exact !== undefined && isSame(toText(shift(exact, POWER[scale ?? ''] ?? 0), 24).text, before);
  });
  const [one] = found;
  if (!one || found.length > 1) return undefined;
  return text.slice(0, one.index) + written(next, one[2], unit) + text.slice(one.index + one[0].trimEnd().length);
}

const WORD: Readonly<Partial<Record<Scale, string>>> = { yi: '亿', wan: '万', one: '' };

function written(next: string, scale: string | undefined, unit: Unit): string {
  if (scale === '%' || scale === '％') return `${writeFigure(next, 'percent')}${scale}`;
  const exact = readExact(next);
  if (exact && (scale === 'million' || scale === 'billion'))
    return `${toText(shift(exact, -(POWER[scale] ?? 0)), 24).text} ${scale}`;
  if (scale === undefined) return writeFigure(next, 'one');
  const [best = 'one'] = scalesFor(next, unit);
  return `${writeFigure(next, best)}${WORD[best] ?? ''}`;
}

function isSame(a: string, b: string): boolean {
  const [x, y] = [readExact(a), readExact(b)];
  return x !== undefined && y !== undefined && x.n * y.d === y.n * x.d;
}
