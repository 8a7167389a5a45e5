import { yearsBack } from '../evaluate/firm.ts';
import { say } from '../messages/index.ts';
import type { Expr, FactDef } from '../policy/document.ts';
import { unitOf } from '../policy/units.ts';
import { describeScore, rowsWords } from './describe-score.ts';
import { formatQuantity } from './format.ts';
import { bracketed, factLabel, inner, joinWords, textIn, type Wording, yearCount } from './words.ts';

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/** A value in words: what is looked at, without any figure of the firm. */
export function describeValue(w: Wording, e: Expr): string {
  const one = (x: Expr): string => inner(w, x);
  switch (e.k) {
    case 'lit':
      return formatQuantity(e.value, e.unit, w.locale, 'exact');
    case 'fact':
      return factInYear(w, e);
    case 'param':
      return paramWords(w, e.param);
    case 'add':
    case 'min':
    case 'max':
      return say(`rule.${e.k}`, { list: joinWords(w, e.of.map(one)) }, w.locale);
    case 'sub':
      return e.of.map(one).reduce((a, b) => say('rule.sub', { a, b }, w.locale));
    case 'mul':
      return product(w, e.of);
    case 'div':
      return quotient(w, e);
    case 'neg':
      return say('rule.neg', { of: one(e.of) }, w.locale);
    case 'round':
      return say(`rule.round.${e.mode}`, { of: one(e.of), step: inOwnUnit(w, e.of, e.step) }, w.locale);
    case 'growth':
    case 'agg':
      return overYears(w, e);
    case 'span':
      return age(w, e);
    default:
      return describeOther(w, e);
  }
}

function describeOther(w: Wording, e: Exclude<Expr, Of<'lit' | 'fact' | 'growth' | 'agg' | 'span'>>): string {
  const one = (x: Expr): string => inner(w, x);
  switch (e.k) {
    case 'fx':
      return say(
        `rule.fx.${e.to}`,
        {
          of: one(e.of),
          rate: e.rate.k === 'lit' ? say('rule.fx.rate', { rate: e.rate.value }, w.locale) : one(e.rate),
        },
        w.locale,
      );
    case 'cond':
      return bracketed(w, say('rule.cond', { if: inner(w, e.if), then: one(e.then), else: one(e.else) }, w.locale));
    case 'milestone':
      return say(
        'rule.milestone',
        {
          of: one(e.of),
          paid: factLabel(w, e.paidBefore),
          rows: rowsWords(w, e.rows, unitOf(e.of, w.doc) ?? 'none', unitOf(e, w.doc) ?? 'CNY'),
        },
        w.locale,
      );
    case 'bands':
    case 'bandsBy':
    case 'table':
    case 'marginal':
    case 'linear':
    case 'indicator':
    case 'sum':
    case 'bestOf':
    case 'bonus':
      return describeScore(w, e);
    default:
      return '';
  }
}

const fieldsOf = (w: Wording): readonly FactDef[] => w.list?.fields ?? [];
const inOwnUnit = (w: Wording, of: Expr, step: string): string =>
  formatQuantity(step, unitOf(of, w.doc, fieldsOf(w)) ?? 'none', w.locale, 'exact');

function factInYear(w: Wording, e: Of<'fact'>): string {
  const fact = factLabel(w, e.fact);
  if (e.year === undefined) return fact;
  const back = yearsBack(e.year);
  if (w.year !== undefined) return say('rule.fact.year', { fact, year: String(w.year - back) }, w.locale);
  return say(back === 0 ? 'rule.fact.T' : 'rule.fact.back', { fact, back: String(back) }, w.locale);
}

/** A parameter by its name and, where it has only ever had one value, that value. */
function paramWords(w: Wording, id: string): string {
  const param = w.doc.params.find((p) => p.id === id);
  const label = textIn(param?.label, w.locale, id);
  const value = onlyValue(w, id);
  return value === undefined ? label : say('rule.named', { label, text: value }, w.locale);
}

/** The one value of a parameter; undefined where it changes with time and has to go by its name. */
export function onlyValue(w: Wording, id: string): string | undefined {
  const param = w.doc.params.find((p) => p.id === id);
  const [first, ...more] = param?.values ?? [];
  if (!param || !first || more.some((v) => v.value !== first.value)) return undefined;
  return formatQuantity(first.value, param.unit, w.locale, 'exact');
}

/** 营业收入的 6% where one factor is a plain share, otherwise 乘以. */
function product(w: Wording, of: readonly Expr[]): string {
  const one = (x: Expr): string => inner(w, x);
  const share = of.find((x) => x.k === 'lit' && x.unit === 'ratio');
  const rest = of.filter((x) => x !== share);
  const [only] = rest;
  if (share && only && rest.length === 1) return say('rule.mul.share', { of: one(only), ratio: one(share) }, w.locale);
  return of.map(one).reduce((a, b) => say('rule.mul', { a, b }, w.locale));
}

function quotient(w: Wording, e: Of<'div'>): string {
  const one = (x: Expr): string => inner(w, x);
  const isShare = unitOf(e, w.doc, fieldsOf(w)) === 'ratio' && e.num.k !== 'lit';
  return say(isShare ? 'rule.div.share' : 'rule.div.plain', { num: one(e.num), den: one(e.den) }, w.locale);
}

function overYears(w: Wording, e: Of<'growth' | 'agg'>): string {
  const series = factLabel(w, e.series);
  const count = e.k === 'growth' ? e.years : e.last;
  const dated = w.year === undefined ? '' : '.dated';
  const to = String(w.year);
  if (count === 1)
    return e.k === 'agg'
      ? factInYear(w, { k: 'fact', fact: e.series, year: 'T' })
      : say(`rule.growth.yoy${dated}`, { series, year: to }, w.locale);
  // Growth over n years looks at n + 1 figures for CAGR; yearly rates and sums are told by the years they belong to.
  const from = String((w.year ?? 0) - count + (e.k === 'growth' && e.how === 'cagr' ? 0 : 1));
  const years = say('date.years', { from, to }, w.locale);
  return say(`rule.${e.k}.${e.how}${dated}`, { series, n: yearCount(count, w.locale), years }, w.locale);
}

function age(w: Wording, e: Of<'span'>): string {
  const from = factLabel(w, e.from);
  if (e.to === 'asOf') return say(`rule.span.${e.how}`, { from }, w.locale);
  return say(`rule.spanTo.${e.how}`, { from, to: factLabel(w, e.to) }, w.locale);
}
