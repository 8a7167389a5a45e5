import type { AwardResult, PoolResult, Range, TierResult, Truth } from '../evaluate/decision.ts';
import { openFacts } from '../evaluate/open-facts.ts';
import type { Reference } from '../evaluate/reference.ts';
import { addVal, between, isKnown, minVal, point, toRange, type Val, ZERO_VAL } from '../evaluate/value.ts';
import { greatest, num } from '../number/rational.ts';
import type { Award, Expr, Id, Pool, Pred, Stack } from '../policy/document.ts';
import { factsUsed } from '../policy/walk.ts';
import { type Amount, amountOf } from './amount.ts';
import { sharesOf, tranchesOf } from './split.ts';
import { applyStack, type Entry } from './stack.ts';

export interface AwardsResult {
  readonly awards: readonly AwardResult[];
  readonly pools: readonly PoolResult[];
  readonly total: Range;
}

/** Decides all money of a policy for one firm: conditions, amounts, stacking, parts, and the claim on each pool. */
export function decideAwards(r: Reference, tiers: readonly TierResult[]): AwardsResult {
  const alone = r.doc.awards.map((award) => {
    const outcome = awardOutcome(r, award, tiers);
    return { award, outcome, own: amountOf(r, award, outcome) };
  });
  const stacks = r.doc.stacks.map((stack) => stackOf(r, stack, alone));
  const stacked = new Map(stacks.flatMap((s) => s.entries).map((e) => [e.award, e]));
  const awards = alone.map((a) =>
    result(r, a, stacked.get(a.award.id) ?? { award: a.award.id, amount: a.own.amount }, tiers),
  );
  const final = new Map(alone.map((a) => [a.award.id, stacked.get(a.award.id)?.amount ?? a.own.amount]));
  const sumOf = (ids: readonly Id[]): Val => sumAcross(ids, final, stacks);
  return {
    awards,
    pools: r.doc.pools.map((pool) => ({
      pool: pool.id,
      budget: pool.budget,
      claim: toRange(minVal(sumOf(awardsOf(pool)), point(num(pool.budget)))),
    })),
    total: toRange(sumOf(r.doc.awards.map((a) => a.id))),
  };
}

interface Alone {
  readonly award: Award;
  readonly outcome: Truth;
  readonly own: Amount;
}
interface StackTotal {
  readonly stack: Stack;
  readonly entries: readonly Entry[];
  readonly total: Val;
}

/** The awards of a pool and of its sub-pools. */
export const awardsOf = (pool: Pool): readonly Id[] => [
  ...new Set([...pool.awards, ...(pool.sub ?? []).flatMap(awardsOf)]),
];

export function awardOutcome(r: Reference, award: Award, tiers: readonly TierResult[]): Truth {
  if (typeof award.for !== 'string') return r.truth(award.for);
  return tiers.find((t) => t.tier === award.for)?.outcome ?? 'no';
}

function stackOf(r: Reference, stack: Stack, alone: readonly Alone[]): StackTotal {
  const members = stack.awards.flatMap((id) => alone.filter((a) => a.award.id === id));
  return {
    stack,
    ...applyStack(
      r,
      stack,
      members.map((a): Entry => ({ award: a.award.id, amount: a.own.amount })),
    ),
  };
}

/** Sum of some awards; awards that exclude each other count once. */
function sumAcross(ids: readonly Id[], final: ReadonlyMap<Id, Val>, stacks: readonly StackTotal[]): Val {
  const loose = ids
    .filter((id) => !stacks.some((s) => s.stack.awards.includes(id)))
    .map((id) => final.get(id) ?? ZERO_VAL);
  const grouped = stacks.map((s): Val => {
    const inside = s.entries.filter((e) => ids.includes(e.award));
    if (inside.length === s.entries.length) return s.total;
    const sum = inside.map((e) => e.amount).reduce(addVal, ZERO_VAL);
    if (s.stack.rule === 'sum' || inside.length === 0) return sum;
    return between(sum.lo, inside.map((e) => e.amount.hi).reduce(greatest));
  });
  return [...loose, ...grouped].reduce(addVal, ZERO_VAL);
}

function result(r: Reference, a: Alone, entry: Entry, tiers: readonly TierResult[]): AwardResult {
  const tier = tiers.find((t) => t.tier === a.award.for);
  const condition: readonly (Expr | Pred)[] = typeof a.award.for === 'string' ? [] : [a.award.for];
  const fromTier = a.outcome === 'undetermined' ? (tier?.needs ?? []) : [];
  const isSettled = a.outcome === 'no' || (a.outcome === 'yes' && isKnown(entry.amount));
  const open = isSettled ? [] : [...condition, ...moneyNodes(a.award)].flatMap((n) => openFacts(r, n));
  const openIds = isSettled ? [] : moneyFacts(a.award).filter((id) => !isKnown(r.firm.number(id)));
  return {
    award: a.award.id,
    outcome: a.outcome,
    amount: toRange(entry.amount),
    asked: toRange(a.own.asked),
    ...(a.own.capped ? { capped: a.own.capped } : {}),
    ...(entry.stackedOut === undefined ? {} : { stackedOut: entry.stackedOut }),
    ...tranchesOf(r, a.award, entry.amount, a.outcome),
    ...sharesOf(a.award, entry.amount, a.outcome),
    needs: [...new Set([...fromTier, ...open, ...openIds])],
    assumed: [...new Set([...(tier?.assumed ?? []), ...factsOf(a.award).filter((id) => r.firm.isAssumed(id))])],
  };
}

// Documents never change, so what an award reads is worked out once for all firms.
const read = new WeakMap<Award, readonly Id[]>();

function factsOf(award: Award): readonly Id[] {
  const had = read.get(award);
  if (had) return had;
  const nodes = [...(typeof award.for === 'string' ? [] : [award.for]), ...moneyNodes(award)];
  const made = [...new Set([...nodes.flatMap((n) => factsUsed(n)), ...moneyFacts(award)])];
  read.set(award, made);
  return made;
}

const moneyNodes = (a: Award): readonly Expr[] => [...(a.pay ? [a.pay] : []), ...(a.caps ?? []).map((c) => c.max)];
/** Facts an award names outside its nodes: the upstream grant and what was already received under its caps. */
const moneyFacts = (a: Award): readonly Id[] => [
  ...(a.match ? [a.match.upstream] : []),
  ...(a.caps ?? []).flatMap((c) => (c.used === undefined ? [] : [c.used])),
];
