import { baseYear, type ExplainNode, explain, sentenceOf } from '@tidu/rules';
import type { Database } from '../db/open-database.ts';
import { detailsOf, refuseAll } from '../http/api-error.ts';
import { type Locale, say } from '../messages/say.ts';
import { markUsed } from '../policies/mark-used.ts';
import { listVersions } from '../policies/queries.ts';
import type { Evaluation, EvaluationRequest } from './contract.ts';
import { nameFacts } from './name-facts.ts';
import { pickPolicy } from './pick-policy.ts';
import { createFirmReader, factsAround } from './read-firm.ts';
import { receiptOf } from './receipt-of.ts';

/**
 * Decides one firm (判定一家企业) under the version in force and says why. Nothing of the firm is kept: the answer is the
 * receipt, and only that the version has been used is noted. "Not eligible" is an answer like any other.
 */
export async function evaluateFirm(
  database: Database,
  request: EvaluationRequest,
  locale: Locale,
  now: Date,
): Promise<Evaluation> {
  const { dates } = request;
  const picked = pickPolicy(await listVersions(database.read), request.policy, dates);
  const { doc, hash, isUsed } = picked.version;
  const firm = createFirmReader(picked, dates)(request.facts);
  if (!firm.ok) throw refuseAll('invalid-facts', detailsOf(firm.errors, 'facts'));
  const { decision, tree } = explain(doc, dates, firm.facts);
  const policy = { id: doc.id, version: doc.version, inForceFrom: doc.inForce.from, hash };
  if (!isUsed) await markUsed(database, policy, now);
  const warnings = firm.warnings.map((each) => nameFacts(each, factsAround(picked, dates), locale));
  return {
    policy,
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
