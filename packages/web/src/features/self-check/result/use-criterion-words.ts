import {
  baseYear,
  type Dates,
  describeNode,
  type ExplainNode,
  type Expr,
  type PolicyDoc,
  type Pred,
  sentenceOf,
  walkDoc,
} from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ruleAt } from '../model/rule-at.ts';

interface CriterionWords {
  /** What the figure is, with its year: `2025 年营业收入`. */
  readonly subject: (node: ExplainNode) => string;
  readonly actual: (node: ExplainNode) => string;
  readonly required: (node: ExplainNode) => string;
  readonly sentence: (node: ExplainNode) => string;
}

const MANY = 3;

/** The cells of a criterion in the language shown, made from the rule and what was found. */
export function useCriterionWords(doc: PolicyDoc, dates: Dates): CriterionWords {
  const m = useMessages(selfCheckResultMessages);
  const { locale } = useLocale();
  const text = useText();
  const format = useFormat();
  const wordOf = (fact: string, word: string): string => {
    if (word === 'true') return m.yes;
    if (word === 'false') return m.no;
    const def = doc.facts.find((f) => f.id === fact);
    return text(def?.domain?.values?.find((v) => v.id === word)?.label) || word;
  };
  const subject = (node: ExplainNode): string => {
    const { of } = node.msg.args;
    const rule = ruleAt(doc, of ?? node.path);
    const named = ['in', 'provided', 'exists'].includes(node.kind);
    if (named) return text(doc.facts.find((f) => f.id === node.facts[0])?.label);
    if (node.kind === 'pass') return m.totalPoints;
    if (node.kind === 'floor') return m.floorOf(indicatorLabel(node));
    return of !== undefined && typeof rule === 'object' && rule !== null
      ? describeNode(doc, rule as Expr | Pred, locale, dates)
      : '';
  };
  const actual = (node: ExplainNode): string => {
    if (node.kind === 'in') {
      const may = node.words ?? [];
      // Every word still open says nothing about the firm.
      if (node.verdict === 'undetermined' || may.length === 0) return m.notGiven;
      return may.map((word) => wordOf(node.facts[0] ?? '', word)).join(m.or);
    }
    if (!node.actual || !node.unit || isOpen(node)) return m.notGiven;
    return format.range(node.actual, node.unit);
  };
  const indicatorLabel = (node: ExplainNode): string => {
    let found = '';
    walkDoc(doc, (rule) => {
      if (rule.k === 'indicator' && rule.id === node.msg.args.floor) found = text(rule.label);
    });
    return found;
  };
  const required = (node: ExplainNode): string => {
    if (node.kind === 'in') return requiredWords(node);
    if (node.kind === 'any') return m.anyOf;
    if (node.kind === 'all') return m.allOf;
    if (!node.threshold || !node.op) return '';
    return `${m.op[node.op]} ${format.range(node.threshold, node.unit ?? 'none')}`;
  };
  const requiredWords = (node: ExplainNode): string => {
    const rule = ruleAt(doc, node.path) as { readonly values?: readonly string[] } | undefined;
    const asked = rule?.values ?? [];
    const def = doc.facts.find((f) => f.id === node.facts[0]);
    // Read the other way round, the words asked are all the others.
    const all = def?.domain?.values?.map((v) => v.id) ?? ['true', 'false'];
    const words = (node.flipped ? all.filter((word) => !asked.includes(word)) : asked).map((word) =>
      wordOf(def?.id ?? '', word),
    );
    return words.length > MANY ? m.oneOfMany(words[0] ?? '', words.length) : words.join(m.or);
  };
  return { subject, actual, required, sentence: (node) => sentenceOf(node, doc, locale, baseYear(dates)) };
}

/** Nothing at all is known of the figure. */
const isOpen = (node: ExplainNode): boolean =>
  node.verdict === 'undetermined' &&
  (node.actual?.hi === 'inf' || node.actual?.lo === '-inf') &&
  (node.actual?.lo === '0' || node.actual?.lo === '-inf');
