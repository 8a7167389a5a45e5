import type { useKindWords } from '../editor/kind-words.ts';
import type { Figure, FigureLine } from '../model/figures.ts';

const SIGN: Readonly<Record<string, string>> = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '=', ne: '≠' };
const TURNED: Readonly<Record<string, string>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt' };

/** A figure that something is compared with is told by the sign alone. */
function signOf({ owners }: FigureLine): string | undefined {
  const [around, own] = owners.slice(-2);
  if (around?.kind !== 'cmp' || own?.kind !== 'lit' || typeof around.object.op !== 'string') return undefined;
  const { op } = around.object;
  return SIGN[own.path.endsWith('.a') ? (TURNED[op] ?? op) : op];
}

/** The row or group a figure stands in, by which its word is found. */
function groupOf({ path }: Figure, { owners }: FigureLine): string | undefined {
  const inside = path
    .slice((owners.at(-1)?.path ?? '').length)
    .split('.')
    .filter(Boolean);
  return inside.slice(0, -1).findLast((part) => Number.isNaN(Number(part)));
}

/** What a figure of a rule is called: its sign, or the word of its place. */
export const figureWord = (words: ReturnType<typeof useKindWords>, figure: Figure, line: FigureLine): string =>
  SIGN[figure.key] ?? signOf(line) ?? words.field(line.owners.at(-1)?.kind ?? '', groupOf(figure, line), figure.key);
