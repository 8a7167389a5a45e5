import type { Locale } from '../messages/index.ts';
import { hasMessage, say } from '../messages/index.ts';
import type { Bound, CmpOp, Expr, FactDef, Id, PolicyDoc, Pred, Text, Unit } from '../policy/document.ts';
import { formatQuantity } from './format.ts';

/** The document and language a text is written in; `year` is the base fiscal year T, where the dates are known. */
export interface Wording {
  readonly doc: PolicyDoc;
  readonly locale: Locale;
  readonly year?: number;
  /** The list whose records are being looked through, for `item.<field>`. */
  readonly list?: FactDef;
  /** Below another node: what would run on is put in brackets. */
  readonly nested?: boolean;
  /** Named tables below a calculation by their name alone, without their rows. */
  readonly short?: boolean;
  /** Puts any value or condition into words: the way from one kind of node to another. */
  rule(w: Wording, node: Expr | Pred): string;
}

/** A node below another one. */
export const inner = (w: Wording, node: Expr | Pred): string => w.rule({ ...w, nested: true }, node);
/** Puts what would run on into brackets. */
export const bracketed = (w: Wording, text: string): string =>
  w.nested ? say('rule.nested', { text }, w.locale) : text;

/** Text in a language, else in Chinese, else whatever there is. */
export const textIn = (text: Text | undefined, locale: Locale, otherwise: string): string =>
  text?.[locale] ?? text?.['zh-CN'] ?? Object.values(text ?? {})[0] ?? otherwise;

export function factDef(w: Wording, id: Id): FactDef | undefined {
  if (id.startsWith('item.')) return w.list?.fields?.find((f) => f.id === id.slice(5));
  return w.doc.facts.find((f) => f.id === id);
}

export const factLabel = (w: Wording, id: Id): string =>
  id === 'asOf' ? say('rule.asOf', {}, w.locale) : textIn(factDef(w, id)?.label, w.locale, id);

export const labelOf = (w: Wording, node: { readonly id?: Id; readonly label?: Text }): string =>
  textIn(node.label, w.locale, node.id ?? '');

/** The word an enum or yes/no answer is shown as. */
export function wordLabel(w: Wording, fact: Id, word: string): string {
  const known = factDef(w, fact)?.domain?.values?.find((v) => v.id === word);
  if (known) return textIn(known.label, w.locale, word);
  return hasMessage(`word.${word}`, w.locale) ? say(`word.${word}`, {}, w.locale) : word;
}

/** A list for reading: A、B和C. */
export function joinWords(w: Wording, parts: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (parts.length < 2) return parts.join('');
  const comma = say('list.comma', {}, w.locale);
  return parts.slice(0, -1).join(comma) + say(`list.${last}`, {}, w.locale) + (parts.at(-1) ?? '');
}

export const joinClauses = (w: Wording, parts: readonly string[]): string =>
  parts.join(say('list.clause', {}, w.locale));
export const joinPlain = (w: Wording, parts: readonly string[]): string =>
  parts.filter((p) => p !== '').join(say('list.plain', {}, w.locale));

export const opWord = (op: CmpOp, locale: Locale): string => say(`op.${op}`, {}, locale);

/** A bound in words: 不低于 60 分. */
export function boundWords(w: Wording, b: Partial<Bound>, unit: Unit): string {
  const [op, value] = b.ge !== undefined ? (['ge', b.ge] as const) : (['gt', b.gt ?? '0'] as const);
  return say(
    'rule.bound',
    { op: opWord(op, w.locale), bound: formatQuantity(value, unit, w.locale, 'exact') },
    w.locale,
  );
}

/** A small number of years in words: 两, three. */
export const yearCount = (n: number, locale: Locale): string =>
  hasMessage(`number.${n}`, locale) ? say(`number.${n}`, {}, locale) : String(n);
