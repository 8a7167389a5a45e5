import type { Decision } from '../evaluate/decision.ts';
import { overruledDoc, overruledPaths } from '../overrule/overrule-policy.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { type Difference, differences } from './differences.ts';
import { hashOf, type Receipt, sealedPart } from './receipt.ts';
import { receiptNumber } from './receipt-number.ts';

export interface Replay {
  /** The receipt is intact and deciding again gives the same bytes. */
  readonly same: boolean;
  /** The decision as it comes out now; absent where the policy is not at hand. */
  readonly got?: Decision;
  /** Each place that differs, e.g. `decision.tiers.1.outcome`; values as canonical JSON, absent where there is none. */
  readonly differences: readonly Difference[];
}

export type Evaluate = (doc: PolicyDoc, dates: Dates, facts: Facts) => Decision;

/**
 * Decides whether a receipt holds (复算): its own hashes and number are right, and the policy with that hash, evaluated
 * again on the same facts and dates, gives the same decision. What persons overruled is in the facts and taken in again. Another engine version is no difference by itself.
 * `docs` may hold any policies and versions. Throws what `evaluate` throws.
 *
 * @example replay(receipt, [doc], evaluateReference).same // true
 */
export function replay(receipt: Receipt, docs: readonly PolicyDoc[], evaluate: Evaluate): Replay {
  const { factsHash, hash, number } = receipt;
  const broken = differences({ factsHash, hash, number }, expectedSeals(receipt));
  const candidates = docs.filter((d) => d.id === receipt.policy && d.version === receipt.version);
  const doc = decidedWith(candidates, receipt);
  if (!doc) {
    const now = candidates[0] && JSON.stringify(hashOf(candidates[0]));
    const changed: Difference = { path: 'policyHash', was: JSON.stringify(receipt.policyHash), ...(now && { now }) };
    return { same: false, differences: [...broken, changed] };
  }
  const got = evaluate(doc, receipt.dates, receipt.facts);
  const all = [...broken, ...differences(receipt.decision, got, 'decision')];
  return { same: all.length === 0, got, differences: all };
}

/** The policy as it stands, or with the answers of persons that the facts of the receipt hold. */
function decidedWith(docs: readonly PolicyDoc[], { policyHash, facts }: Receipt): PolicyDoc | undefined {
  const isMeant = (doc: PolicyDoc): boolean => hashOf(doc) === policyHash;
  const asIs = docs.find(isMeant);
  if (asIs || overruledPaths(facts).length === 0) return asIs;
  return docs.map((doc) => overruledDoc(doc, facts)).find(isMeant);
}

function expectedSeals(receipt: Receipt): Pick<Receipt, 'factsHash' | 'hash' | 'number'> {
  const hash = hashOf(sealedPart(receipt));
  return { factsHash: hashOf(receipt.facts), hash, number: receiptNumber(receipt.dates.decision, hash) };
}
