import { awardsOf } from '../../awards/decide-awards.ts';
import { num } from '../../number/rational.ts';
import type { Award, Cap, Stack } from '../../policy/document.ts';
import { type AwardPlan, type Bool, type Int, NotLowerable } from './ir.ts';
import { all, compareInts } from './ir-bool.ts';
import { add, constant, exact, greatest, least, pick, ZERO_INT } from './ir-int.ts';
import { compareValues } from './lower-compare.ts';
import { fen, NOBODY, wholeFen } from './lower-money.ts';
import { type Stacked, stackAwards } from './lower-stack.ts';
import {
  addValue,
  constantLeaf,
  maxValue,
  minValue,
  mulValue,
  orZero,
  subValue,
  type Value,
  ZERO_LEAF,
} from './lower-value.ts';
import type { Lowering } from './lowering.ts';

/** One award before stacking, as named results. */
interface Alone {
  readonly award: Award;
  readonly outcome: Bool;
  readonly asked: Int;
  readonly raised: Int;
  readonly limits: readonly { readonly kind: Cap['kind']; readonly value: Value; readonly fen: Int }[];
  readonly amount: Int;
}

export interface LoweredAwards {
  readonly alone: readonly Alone[];
  readonly final: readonly Stacked[];
  readonly claims: readonly Int[];
  readonly total: () => Int;
}

/** All money of a policy; the counterpart of `decideAwards`. `tierHolds` gives the outcome of a tier. */
export function lowerAwards(l: Lowering, tierHolds: (id: string) => Bool): LoweredAwards {
  const { doc } = l;
  const alone = doc.awards.map((a) => lowerAlone(l, a, typeof a.for === 'string' ? tierHolds(a.for) : l.truth(a.for)));
  const stacks = doc.stacks.map((stack) => stackOf(l, stack, alone));
  const final = alone.map(({ award, amount }, i): Stacked => {
    const own = stacks.flatMap((s) => s.entries).findLast((e) => e.award === award.id);
    return own ?? { award: award.id, at: i, amount, stackedOut: NOBODY };
  });
  const sumOf = (ids: readonly string[]): Int => sumAcross(ids, final, stacks);
  const claims = doc.pools.map((pool) => exact(least(sumOf(awardsOf(pool)), wholeFen(pool.budget))));
  return { alone, final, claims, total: () => exact(sumOf(doc.awards.map((a) => a.id))) };
}

function lowerAlone(l: Lowering, award: Award, condition: Bool): Alone {
  const outcome = l.keepBool(condition);
  const pay = award.pay ? orZero(l.number(award.pay)) : ZERO_LEAF;
  const wanted = fen(maxValue(addValue(pay, matchOf(l, award)), ZERO_LEAF));
  const asked = l.keep(exact(pick(outcome, wanted, ZERO_INT)));
  const at = award.floorPay ? wholeFen(award.floorPay.at) : ZERO_INT;
  const isPaid = compareInts(asked, 'gt', ZERO_INT);
  const raised = award.floorPay?.below === 'raise' ? l.keep(pick(isPaid, greatest(asked, at), ZERO_INT)) : asked;
  const limits = (award.caps ?? []).map((cap) => {
    const value = limitOf(l, cap);
    return { kind: cap.kind, value, fen: fen(value) };
  });
  const within = l.keep(limits.reduce((x, limit) => least(x, limit.fen), raised));
  const kept = award.floorPay?.below === 'none' ? pick(compareInts(within, 'lt', at), ZERO_INT, within) : within;
  return { award, outcome, asked, raised, limits, amount: l.keep(exact(pick(outcome, kept, ZERO_INT))) };
}

function matchOf(l: Lowering, a: Award): Value {
  if (!a.match) return ZERO_LEAF;
  const full = mulValue(orZero(l.slots.number(a.match.upstream, 0)), constantLeaf(num(a.match.ratio)));
  return a.match.cap === undefined ? full : minValue(full, constantLeaf(num(a.match.cap)));
}

function limitOf(l: Lowering, cap: Cap): Value {
  const used = cap.used === undefined ? ZERO_LEAF : orZero(l.slots.number(cap.used, 0));
  return maxValue(subValue(orZero(l.number(cap.max)), used), ZERO_LEAF);
}

interface StackTotal {
  readonly stack: Stack;
  readonly entries: readonly Stacked[];
  readonly total: Int;
}

function stackOf(l: Lowering, stack: Stack, alone: readonly Alone[]): StackTotal {
  if (new Set(stack.awards).size < stack.awards.length) throw new NotLowerable('an award twice in one stack');
  const members = stack.awards.flatMap((id) => alone.flatMap((a, at) => (a.award.id === id ? [{ ...a, at }] : [])));
  const entries = members.map((m) => ({ award: m.award.id, at: m.at, amount: m.amount, stackedOut: NOBODY }));
  return { stack, ...stackAwards(l, stack, entries) };
}

/** Sum of some awards; a stack that is wholly inside counts as its own total. */
function sumAcross(ids: readonly string[], final: readonly Stacked[], stacks: readonly StackTotal[]): Int {
  const loose = ids.filter((id) => !stacks.some((s) => s.stack.awards.includes(id)));
  const amounts = loose.flatMap((id) => final.filter((f) => f.award === id).map((f) => f.amount));
  const grouped = stacks.flatMap((s) => {
    const inside = s.entries.filter((e) => ids.includes(e.award));
    return inside.length === s.entries.length ? [s.total] : inside.map((e) => e.amount);
  });
  return [...amounts, ...grouped].reduce(add, ZERO_INT);
}

/** The fuller results of one award, stored for `detail`. */
export function awardPlan(l: Lowering, a: Alone, stacked: Stacked): AwardPlan {
  const put = (of: { readonly int: Int } | { readonly bool: Bool }): number => {
    const at = l.reserve(1);
    l.store(at, of);
    return at;
  };
  return {
    outcome: put({ bool: a.outcome }),
    asked: put({ int: a.asked }),
    capped: put({ int: pick(a.outcome, cappedBy(a), NOBODY) }),
    stackedOut: put({ int: stacked.stackedOut }),
    tranches: (a.award.tranches ?? []).map((t) => put({ bool: l.truth(t.when) })),
  };
}

/** Number of the lowest cap (the first of equals), where it is below what was asked. */
function cappedBy(a: Alone): Int {
  return a.limits.reduceRight((rest, limit, i) => {
    const others = a.limits.filter((_, j) => j !== i);
    const isLowest = all(others.map((o) => compareValues(limit.value, 'le', o.value)));
    return pick(isLowest, pick(compareInts(limit.fen, 'lt', a.raised), constant(i), NOBODY), rest);
  }, NOBODY);
}
