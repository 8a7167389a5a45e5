import { ENGINE_VERSION, type Hash, hashOf, makeReceipt, type PolicyDoc, type Receipt } from '@tidu/rules';
import { useMemo } from 'react';
import type { PolicyResult } from './evaluate-firm.ts';

// The same result gives the same receipt, and a published version never changes: each is hashed once.
const made = new WeakMap<PolicyResult, Receipt>();
const hashes = new WeakMap<PolicyDoc, Hash>();

/** The receipt of one policy's result. Its policy hash is worked out here, from the very document that was evaluated. */
export function receiptOf(result: PolicyResult): Receipt {
  const { doc, facts, dates, decision } = result;
  const policyHash = hashes.get(doc) ?? hashOf(doc);
  hashes.set(doc, policyHash);
  const receipt =
    made.get(result) ?? makeReceipt({ doc, facts, dates, decision, engineVersion: ENGINE_VERSION, policyHash });
  made.set(result, receipt);
  return receipt;
}

/** A receipt for each policy: what was decided on what, so that it can be computed again years later. */
export const useReceipts = (results: readonly PolicyResult[]): readonly Receipt[] =>
  useMemo(() => results.map(receiptOf), [results]);
