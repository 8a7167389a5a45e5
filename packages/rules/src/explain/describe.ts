import type { Locale } from '../messages/index.ts';
import { baseYear } from '../policy/dates-of.ts';
import type { Expr, PolicyDoc, Pred, Route } from '../policy/document.ts';
import type { Dates } from '../policy/facts.ts';
import { describeAward, describeCap, describePool, describeStack } from './describe-money.ts';
import { describePred } from './describe-pred.ts';
import { describeGate, describeRoute, describeTier, describeVeto } from './describe-tier.ts';
import { describeValue } from './describe-value.ts';
import { type Describable, isPred } from './node-at.ts';
import type { Wording } from './words.ts';

/**
 * Puts a rule into plain words (规则释义) from the rule itself, e.g. `近两年营业收入年均复合增长率高于 20%`. With `dates` fiscal
 * years are named (2025 年); without them they are told relative to the base year (上一年度). A fragment without a full
 * stop. Nodes below `exists` name the fields of the list they look through only when told from the `exists` itself.
 *
 * @example describeNode(doc, size, 'zh-CN') // '上一年度职工总数不超过 500 人'
 */
export function describeNode(doc: PolicyDoc, node: Describable, locale: Locale, dates?: Dates): string {
  return describeIn(wordingOf(doc, locale, dates && baseYear(dates)), node);
}

/** How a document is put into words; `year` is the base fiscal year, where it is known. */
export const wordingOf = (doc: PolicyDoc, locale: Locale, year?: number): Wording => ({
  doc,
  locale,
  ...(year === undefined ? {} : { year }),
  rule: describeRule,
});

/** Like `describeNode` in a wording already set up. */
export function describeIn(w: Wording, node: Describable): string {
  if ('budget' in node) return describePool(w, node);
  if ('rule' in node) return describeStack(w, node);
  if ('routes' in node) return describeTier(w, node);
  if ('for' in node) return describeAward(w, node);
  if ('kind' in node) return describeCap(w, node);
  if (!('k' in node)) return isVeto(w.doc, node) ? describeVeto(w, node) : describeGate(w, node);
  return isRoute(node) ? describeRoute(w, node) : describeRule(w, node);
}

const isRoute = (node: Expr | Pred | Route): node is Route =>
  node.k === 'direct' || node.k === 'criteria' || node.k === 'negotiated' || node.k === 'scored';

/** A value, score or condition in words. */
const describeRule = (w: Wording, node: Expr | Pred): string =>
  isPred(node) ? describePred(w, node) : describeValue(w, node);

// A gate and a veto look alike; only their place in the document tells them apart.
const isVeto = (doc: PolicyDoc, node: object): boolean =>
  doc.tiers.some((tier) => tier.vetoes.some((veto) => veto === node));
