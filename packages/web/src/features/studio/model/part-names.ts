import { describeNode, type PolicyDoc } from '@tidu/rules';
import { isJson } from './shape-of.ts';

type Locale = Parameters<typeof describeNode>[2];
type Describable = Parameters<typeof describeNode>[1];

/** A rule in words from the engine; empty while it is not complete enough to be told. */
export function tellRule(doc: PolicyDoc, node: unknown, locale: Locale): string {
  try {
    return describeNode(doc, node as Describable, locale);
  } catch {
    return '';
  }
}

const words = (x: unknown, locale: Locale): string => {
  if (!isJson(x)) return '';
  const said = x[locale] ?? x['zh-CN'];
  return typeof said === 'string' ? said : '';
};

/** What a part is called: its label, question or text, else its rule in words, else its id. */
export function nameOfPart(doc: PolicyDoc, part: unknown, locale: Locale): string {
  if (!isJson(part)) return '';
  const said = words(part.label, locale) || words(part.question, locale) || words(part.text, locale);
  if (said) return said;
  const told = 'k' in part || 'kind' in part || 'when' in part ? tellRule(doc, part, locale) : '';
  return told || (typeof part.id === 'string' ? part.id : typeof part.of === 'string' ? part.of : '');
}
