import {
  baseYear,
  type Dates,
  type Decision,
  type ExplainNode,
  explain,
  type Facts,
  type PolicyDoc,
  sentenceOf,
} from '@tidu/rules';
import type { Locale } from '../messages/say.ts';

/**
 * Why the tiers above the one a firm has reached are not met (未满足的原因): a sentence for each, and where it is the ways
 * in that fail, one for each way. Empty where nothing is refused.
 */
export function whyNot(doc: PolicyDoc, dates: Dates, facts: Facts, decision: Decision, locale: Locale): string {
  const reached = doc.tiers.findIndex((tier) => tier.id === decision.best);
  const refused = decision.tiers.filter((tier, i) => i > reached && tier.outcome === 'no').map((tier) => tier.tier);
  if (refused.length === 0) return '';
  const { tree } = explain(doc, dates, facts);
  const tell = (node: ExplainNode) => sentenceOf(node, doc, locale, baseYear(dates));
  const tiers = tree.kids.filter((kid) => kid.kind === 'tier' && refused.includes(kid.id));
  return tiers.flatMap((tier) => [tell(tier), ...failedWays(tier).map(tell)]).join('\n');
}

/** The ways into a tier that fail, where nothing before them does. */
function failedWays(tier: ExplainNode): readonly ExplainNode[] {
  const isRefused = tier.kids.some((kid) => kid.kind !== 'route' && kid.verdict === 'no');
  return isRefused ? [] : tier.kids.filter((kid) => kid.kind === 'route' && kid.verdict === 'no');
}
