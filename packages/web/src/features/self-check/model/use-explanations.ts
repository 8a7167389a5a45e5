import { type Explanation, explain } from '@tidu/rules';
import { useMemo } from 'react';
import type { PolicyResult } from './evaluate-firm.ts';

export interface Explained extends PolicyResult {
  readonly explanation: Explanation;
}

// A result is made anew only when its policy or facts changed, so its reasons are worked out once.
const made = new WeakMap<PolicyResult, Explained>();

export function explainResult(result: PolicyResult): Explained {
  const had = made.get(result);
  if (had) return had;
  const explained = {
    ...result,
    explanation: explain(result.doc, result.dates, result.facts, { before: result.outline }),
  };
  made.set(result, explained);
  return explained;
}

/** The results with their whole reason trees. */
export const useExplanations = (results: readonly PolicyResult[]): readonly Explained[] =>
  useMemo(() => results.map(explainResult), [results]);
