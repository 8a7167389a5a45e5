import { explain } from '@tidu/rules';
import type { Database } from '../db/open-database.ts';
import { detailsOf, refuseAll } from '../http/api-error.ts';
import type { Locale } from '../messages/say.ts';
import { countUses } from '../policies/count-uses.ts';
import { markUsed } from '../policies/mark-used.ts';
import { listVersions } from '../policies/queries.ts';
import type { Evaluation, EvaluationRequest } from './contract.ts';
import { describeEvaluation } from './describe-evaluation.ts';
import { pickPolicy } from './pick-policy.ts';
import { createFirmReader } from './read-firm.ts';

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
  const picked = pickPolicy(await listVersions(database.read), request.policy, dates, request.park);
  const { doc, isUsed } = picked.version;
  const firm = createFirmReader(picked, dates)(request.facts);
  if (!firm.ok) throw refuseAll('invalid-facts', detailsOf(firm.errors, 'facts'));
  const explanation = explain(doc, dates, firm.facts);
  const policy = { id: doc.id, inForceFrom: doc.inForce.from };
  if (!isUsed) await markUsed(database, policy, now);
  countUses(database, policy);
  return describeEvaluation(picked, dates, firm, explanation, locale);
}
