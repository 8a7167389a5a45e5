import type { Expr, Id, Pred, Tier } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { factsOfTier, factsUsed } from '../policy/walk.ts';
import type { TierResult, Truth } from './decision.ts';
import { Memo } from './memo.ts';
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

/** What is known of a firm: nothing yet, or what holds of one near it. */
export const openMemos = (facts: Facts, near?: Memos, isBrief = false): Memos => ({
  numbers: new Memo(factsUsed, facts, near?.numbers, isBrief),
  truths: new Memo(factsUsed, facts, near?.truths, isBrief),
  open: new Memo(factsUsed, facts, near?.open, isBrief),
  tiers: new Memo(factsOfTier, facts, near?.tiers, isBrief),
  trials: new Memo(factsOfTier, facts, near?.trials, isBrief),
});
