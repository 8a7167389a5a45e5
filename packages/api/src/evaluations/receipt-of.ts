import { type Dates, type Decision, ENGINE_VERSION, type Facts, makeReceipt, type Receipt } from '@tidu/rules';
import type { PickedPolicy } from './pick-policy.ts';

/** The receipt (凭证) of a decision under the version that was picked; its hash is known and not worked out again. */
export const receiptOf = ({ version }: PickedPolicy, dates: Dates, facts: Facts, decision: Decision): Receipt =>
  makeReceipt({
    doc: version.doc,
    facts,
    dates,
    decision,
    engineVersion: ENGINE_VERSION,
    policyHash: version.hash,
  });
