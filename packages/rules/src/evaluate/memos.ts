import type { Expr, Id, Pred, Tier } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { factsOfTier, factsUsed } from '../policy/walk.ts';
import type { TierResult, Truth } from './decision.ts';
import { changedFacts, Memo } from './memo.ts';
import type { Val } from './value.ts';

/** Everything worked out for one firm under one policy. */
export interface Memos {
  readonly numbers: Memo<Expr, Val>;
  readonly truths: Memo<Pred, Truth>;
  readonly open: Memo<Expr | Pred, readonly Id[]>;
  readonly tiers: Memo<Tier, TierResult>;
  /** By fact: which of the answers tried for it settle the tier. */
  readonly trials: Memo<Tier, Map<Id, readonly boolean[]>>;
}

interface Near {
  readonly facts: Facts;
  readonly memos: Memos;
}

const NOTHING: ReadonlySet<Id> = new Set();

/** Empty memos; with a near firm they take over what does not read what is different. */
export function openMemos(facts: Facts, near?: Near, isBrief = false): Memos {
  const changed = near ? changedFacts(near.facts, facts) : NOTHING;
  const before = near?.memos;
  return {
    numbers: new Memo(factsUsed, changed, before?.numbers, isBrief),
    truths: new Memo(factsUsed, changed, before?.truths, isBrief),
    open: new Memo(factsUsed, changed, before?.open, isBrief),
    tiers: new Memo(factsOfTier, changed, before?.tiers, isBrief),
    trials: new Memo(factsOfTier, changed, before?.trials, isBrief),
  };
}
