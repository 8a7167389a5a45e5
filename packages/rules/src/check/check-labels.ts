import { compare, divide, formatNum, multiply, num, ONE, type Rational, sign } from '../number/rational.ts';
import type { PolicyDoc, Text } from '../policy/document.ts';
import { finiteNum } from '../policy/leaf.ts';
import type { Check } from './context.ts';
import { type Finding, finding, fix, type PatchOp } from './finding.ts';

/** Names that still tell a figure the rule beneath them no longer has: firms read the name, the engine the rule. */
export const checkLabels: Check = ({ doc }) => {
  const found: Finding[] = [];
  const look = (here: unknown, path: string, around: unknown): void => {
    if (typeof here !== 'object' || here === null) return;
    if ('label' in here && path.includes('.')) found.push(...staleIn(doc, here as Labelled, path, around));
    for (const [key, value] of Object.entries(here)) {
      if (LEFT_OUT.has(key)) continue;
      // A row is named by its own bound and that of the row before.
      look(value, path === '' ? key : `${path}.${key}`, Array.isArray(here) ? around : here);
    }
  };
  for (const part of PARTS) look(doc[part], part, doc[part]);
  return found;
};

const PARTS = ['tiers', 'awards', 'pools'] as const;
/** Sources, and words that are not the name of a rule. */
const LEFT_OUT: ReadonlySet<string> = new Set(['cite', 'label', 'question', 'text', 'id']);

type Labelled = { readonly label: Text };

/** A figure as names write it: `15%`, `1亿`, `3000万`, `RMB 30 million`. */
interface Written {
  readonly text: string;
  readonly value: Rational;
  readonly unit: string;
  readonly kind: 'share' | 'amount';
}

const WRITTEN = /(\d+(?:\.\d+)?)\s*(%|％|万亿|亿|万|million|billion)/g;
const TIMES: Readonly<Record<string, string>> = {
  '%': '0.01',
  '％': '0.01',
  万亿: '1000000000000',
  亿: '100000000',
  万: '10000',
  million: '1000000',
  billion: '1000000000',
};

const writtenIn = (text: string): readonly Written[] =>
  [...text.matchAll(WRITTEN)].map(([all, digits = '', unit = '']) => ({
    text: all,
    unit,
    value: multiply(num(digits), num(TIMES[unit] ?? '1')),
    kind: unit === '%' || unit === '％' ? 'share' : 'amount',
  }));

function staleIn(doc: PolicyDoc, here: Labelled, path: string, around: unknown): readonly Finding[] {
  const written = writtenIn(here.label['zh-CN'] ?? '');
  if (written.length === 0) return [];
  const told = figuresIn(doc, path.split('.').at(-2) === 'rows' ? around : here);
  return written
    .filter(({ value }) => !has(told, value))
    .map((old) => {
      const now = replacementOf(old, figuresIn(doc, here), written);
      const args = { rule: path, says: old.text, now: now ? asWritten(now, old) : '' };
      const mended = now ? fix('label-as-rule', args, changed(here.label, path, old, now)) : fix('label-by-hand', args);
      return finding('warn', 'label-stale', `${path}.label`, args, { fix: mended });
    });
}

const has = (all: readonly Rational[], value: Rational): boolean => all.some((each) => compare(each, value) === 0);

/** Every figure of a rule, those of the parameters it goes by included. */
function figuresIn(doc: PolicyDoc, here: unknown): readonly Rational[] {
  const figures: Rational[] = [];
  const look = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') {
      const figure = finiteNum(String(value));
      if (figure) figures.push(figure);
    } else if (typeof value === 'object' && value !== null) {
      if ('k' in value && value.k === 'param' && 'param' in value)
        look(doc.params.find(({ id }) => id === value.param)?.values);
      for (const [key, each] of Object.entries(value)) if (!LEFT_OUT.has(key)) look(each);
    }
  };
  look(here);
  return figures;
}

/** What should stand there instead, where only one figure of the rule can be meant: one of the kind that no word tells yet. */
function replacementOf(
  { kind }: Written,
  told: readonly Rational[],
  written: readonly Written[],
): Rational | undefined {
  const values = written.map(({ value }) => value);
  const others = told.filter((x) => !has(values, x) && (kind === 'share' ? isShare(x) : compare(x, LEAST_AMOUNT) >= 0));
  const [only] = others;
  return only && others.every((x) => compare(x, only) === 0) ? only : undefined;
}

const LEAST_AMOUNT = num('10000');
const isShare = (x: Rational): boolean => sign(x) > 0 && compare(x, ONE) <= 0;

/** A figure in the way another one is written; whole 亿 where that is shorter. */
function asWritten(value: Rational, { unit }: Written): string {
  const inUnit = (of: string): string => formatNum(divide(value, num(TIMES[of] ?? '1')));
  if ((unit === '万' || unit === '亿') && value.d === 1n)
    return value.n % 100_000_000n === 0n ? `${inUnit('亿')}亿` : `${inUnit('万')}万`;
  return /^[a-z]/.test(unit) ? `${inUnit(unit)} ${unit}` : `${inUnit(unit)}${unit}`;
}

/** The name in every language that tells the old figure. */
function changed(label: Text, path: string, old: Written, now: Rational): readonly PatchOp[] {
  return Object.entries(label).flatMap(([locale, text]): readonly PatchOp[] => {
    const same = writtenIn(text).filter(({ value, kind }) => kind === old.kind && compare(value, old.value) === 0);
    const value = same.reduce((all, each) => all.replaceAll(each.text, asWritten(now, each)), text);
    return value === text ? [] : [{ op: 'replace', path: `${path}.label.${locale}`, value }];
  });
}
