import { baseYear, type Dates, type ExplainNode, type Explanation, sentenceOf } from '@tidu/rules';
import { detailsOf } from '../http/api-error.ts';
import { type Locale, say } from '../messages/say.ts';
import type { Evaluation } from './contract.ts';
import { nameFacts } from './name-facts.ts';
import type { PickedPolicy } from './pick-policy.ts';
import { factsAround, type ReadFirm } from './read-firm.ts';
import { receiptOf } from './receipt-of.ts';

type Firm = Extract<ReadFirm, { readonly ok: true }>;

/** A decision as it goes over the wire: why in sentences, what was derived, what may be wrong, and the receipt. */
export function describeEvaluation(
  picked: PickedPolicy,
  dates: Dates,
  firm: Firm,
  { decision, tree }: Explanation,
  locale: Locale,
): Evaluation {
  const { doc, hash } = picked.version;
  const warnings = firm.warnings.map((each) => nameFacts(each, factsAround(picked, dates), locale));
  return {
    policy: { id: doc.id, version: doc.version, inForceFrom: doc.inForce.from, hash },
    dates,
    decision,
    explanation: tree,
    sentences: sentencesOf(tree, (node) => sentenceOf(node, doc, locale, baseYear(dates))),
    derived: firm.derived.map((each) => ({ ...each, value: firm.facts[each.fact] })),
    warnings: detailsOf(warnings, 'facts').map((each) => ({
      path: each.path,
      message: say(each.message, locale),
      ...(each.fix ? { fix: say(each.fix, locale) } : {}),
    })),
    receipt: receiptOf(picked, dates, firm.facts, decision),
  };
}

/** The reason tree read out line by line, parents first. */
function sentencesOf(node: ExplainNode, tell: (node: ExplainNode) => string): Evaluation['sentences'] {
  return [{ path: node.path, text: tell(node) }, ...node.kids.flatMap((kid) => sentencesOf(kid, tell))];
}
