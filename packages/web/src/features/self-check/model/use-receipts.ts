import { ENGINE_VERSION, makeReceipt, type PolicyDoc, type Receipt } from '@tidu/rules';
import { useMemo } from 'react';
import type { PolicyResult } from './evaluate-firm.ts';

// The same result gives the same receipt; hashing it once is enough.
const made = new WeakMap<PolicyResult, Receipt>();

function receiptOf({ doc, facts, dates, decision }: PolicyResult, policyHash: string | undefined): Receipt {
  return makeReceipt({
    doc,
    facts,
    dates,
    decision,
    engineVersion: ENGINE_VERSION,
    ...(policyHash ? { policyHash } : {}),
  });
}

/** A receipt for each policy: what was decided on what, so that it can be computed again years later. */
export const useReceipts = (
  results: readonly PolicyResult[],
  hashes: ReadonlyMap<PolicyDoc, string>,
): readonly Receipt[] =>
  useMemo(
    () =>
      results.map((result) => {
        const receipt = made.get(result) ?? receiptOf(result, hashes.get(result.doc));
        made.set(result, receipt);
        return receipt;
      }),
    [results, hashes],
  );
