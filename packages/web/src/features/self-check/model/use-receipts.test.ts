import { evaluateReference, replay } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from './evaluate-firm.ts';
import { DATES, DOCS, GAZELLE } from './sample-firm.ts';
import { receiptOf } from './use-receipts.ts';

describe('receiptOf', () => {
  it('gives a receipt that replays for every policy, derived rung included', () => {
    for (const result of createEvaluator(DOCS, DATES)(GAZELLE)) {
      const stored = JSON.parse(JSON.stringify(receiptOf(result)));
      expect(replay(stored, DOCS, evaluateReference).differences).toEqual([]);
    }
  });

  it('gives another number for another firm', () => {
    const numberOf = (facts: typeof GAZELLE) => createEvaluator(DOCS, DATES)(facts).map((r) => receiptOf(r).number);
    const changed = numberOf({ ...GAZELLE, registeredInZone: { known: false } });
    expect(numberOf(GAZELLE).filter((number) => changed.includes(number))).toHaveLength(2);
  });
});
