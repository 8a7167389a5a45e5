import { hasMessage, say } from '../messages/index.ts';
import type { Pred } from '../policy/document.ts';
import {
  bracketed,
  factDef,
  factLabel,
  inner,
  joinClauses,
  joinWords,
  opWord,
  textIn,
  type Wording,
  wordLabel,
  yearCount,
} from './words.ts';

type Of<K extends Pred['k']> = Extract<Pred, { k: K }>;

/** A condition in words. */
export function describePred(w: Wording, p: Pred): string {
  const args = (more: Readonly<Record<string, string>>): string => say(`rule.${p.k}`, more, w.locale);
  switch (p.k) {
    case 'cmp':
      return args({ a: inner(w, p.a), op: opWord(p.op, w.locale), b: inner(w, p.b) });
    case 'in':
      return wordsRule(w, p);
    case 'all':
    case 'any':
      return p.of.length === 1 && p.of[0] ? describePred(w, p.of[0]) : bracketed(w, args({ list: several(w, p.of) }));
    case 'not':
      return args({ of: inner(w, p.of) });
    case 'atLeast':
      return bracketed(w, args({ n: String(p.n), list: several(w, p.of) }));
    case 'exists':
      return bracketed(w, existsRule(w, p));
    case 'provided':
      return args({ fact: factLabel(w, p.fact) });
    case 'judgement':
      return args({ question: textIn(p.question, w.locale, p.id ?? '') });
  }
}

const several = (w: Wording, of: readonly Pred[]): string =>
  joinClauses(
    w,
    of.map((p) => inner(w, p)),
  );

function wordsRule(w: Wording, p: Of<'in'>): string {
  const fact = factLabel(w, p.fact);
  const [only, ...more] = p.values;
  if (only === undefined) return say('rule.in.none', { fact }, w.locale);
  if (more.length === 0 && factDef(w, p.fact)?.type !== 'enum' && hasMessage(`rule.in.${only}`, w.locale))
    return say(`rule.in.${only}`, { fact }, w.locale);
  const words = joinWords(
    w,
    p.values.map((word) => wordLabel(w, p.fact, word)),
    'or',
  );
  return say(more.length === 0 ? 'rule.in.one' : 'rule.in.some', { fact, words }, w.locale);
}

function existsRule(w: Wording, p: Of<'exists'>): string {
  const list = factDef(w, p.list);
  const where = w.rule({ ...w, nested: true, ...(list ? { list } : {}) }, p.where);
  const args = { list: factLabel(w, p.list), min: String(p.min ?? 1), where };
  if (p.withinYears === undefined) return say('rule.exists', args, w.locale);
  return say('rule.exists.within', { ...args, n: yearCount(p.withinYears, w.locale) }, w.locale);
}
