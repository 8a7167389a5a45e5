import { awardsOf } from '../../awards/decide-awards.ts';
import type { Award, Cap, Id, Stack } from '../../policy/document.ts';
import { NotLowerable } from '../lower/ir.ts';
import { NO, YES } from '../lower/ir-bool.ts';
import { compareValues } from '../lower/lower-compare.ts';
import { wholeFen, yuan } from '../lower/lower-money.ts';
import { maxValue, split, type Value, ZERO_LEAF } from '../lower/lower-value.ts';
import type { Kleene } from './kleene.ts';
import type { RangeLowering } from './range-lowering.ts';
import { flooredRange, wholeRange } from './range-money.ts';
import { mulRange } from './range-product.ts';
import { type Entry, stackRanges } from './range-stack.ts';
import {
  addRange,
  higherHi,
  mapEnds,
  maxRange,
  minRange,
  orZero,
  pickEnd,
  type Ranged,
  subRange,
  textRange,
  ZERO_RANGE,
} from './ranged.ts';

export interface RangedAwards {
  readonly amounts: readonly Ranged[];
  readonly claims: readonly Ranged[];
  readonly total: Ranged;
}

/** All money of a policy as ranges; the counterpart of `decideAwards` in the reference. */
export function rangeAwards(l: RangeLowering, tierOutcome: (id: Id) => Kleene): RangedAwards {
  const { doc } = l.points;
  const alone = doc.awards.map((award): Entry => {
    const outcome = typeof award.for === 'string' ? tierOutcome(award.for) : l.truth(award.for);
    return { award: award.id, amount: l.named(amountOf(l, award, outcome)) };
  });
  const stacks = doc.stacks.map((stack) => stackOf(l, stack, alone));
  const final = alone.map((own) => stacks.flatMap((s) => s.entries).findLast((e) => e.award === own.award) ?? own);
  const sumOf = (ids: readonly Id[]): Ranged => sumAcross(l, ids, final, stacks);
  return {
    amounts: final.map((e) => e.amount),
    claims: doc.pools.map((pool) => minRange(sumOf(awardsOf(pool)), wholeRange(pool.budget))),
    total: sumOf(doc.awards.map((a) => a.id)),
  };
}

const positive = (x: Ranged): Ranged => maxRange(x, ZERO_RANGE);
function amountOf(l: RangeLowering, award: Award, { yes, no }: Kleene): Ranged {
  const full = eligibleAmount(l, award);
  const zero = ZERO_RANGE.lo;
  const lo = pickEnd(yes, full.lo, zero);
  return { lo, hi: pickEnd(no, zero, full.hi), some: YES, na: NO };
}

function eligibleAmount(l: RangeLowering, award: Award): Ranged {
  const pay = award.pay ? l.named(orZero(l.range(award.pay))) : ZERO_RANGE;
  const asked = l.named(flooredRange(l, positive(l.named(addRange(pay, matchOf(l, award))))));
  const at = award.floorPay ? yuan(wholeFen(award.floorPay.at)) : ZERO_LEAF;
  const raise = (x: Value): Value => split(compareValues(x, 'gt', ZERO_LEAF), maxValue(x, at), x);
  const drop = (x: Value): Value => split(compareValues(x, 'lt', at), ZERO_LEAF, x);
  const raised = award.floorPay?.below === 'raise' ? l.named(mapEnds(asked, raise)) : asked;
  const limits = (award.caps ?? []).map((cap) => l.named(limitOf(l, cap)));
  const within = l.named(
    flooredRange(
      l,
      limits.reduce((a, b) => l.named(minRange(a, b)), raised),
    ),
  );
  return award.floorPay?.below === 'none' ? mapEnds(within, drop) : within;
}

function matchOf(l: RangeLowering, a: Award): Ranged {
  if (!a.match) return ZERO_RANGE;
  const full = l.named(mulRange(l.named(orZero(l.fact(a.match.upstream, 0))), textRange(a.match.ratio)));
  return a.match.cap === undefined ? full : minRange(full, textRange(a.match.cap));
}

function limitOf(l: RangeLowering, cap: Cap): Ranged {
  const used = cap.used === undefined ? ZERO_RANGE : orZero(l.fact(cap.used, 0));
  return positive(subRange(l.named(orZero(l.range(cap.max))), l.named(used)));
}

interface StackTotal {
  readonly stack: Stack;
  readonly entries: readonly Entry[];
  readonly total: Ranged;
}

function stackOf(l: RangeLowering, stack: Stack, alone: readonly Entry[]): StackTotal {
  if (new Set(stack.awards).size < stack.awards.length) throw new NotLowerable('an award twice in one stack');
  const members = stack.awards.flatMap((id) => alone.filter((a) => a.award === id));
  const { entries, total } = stackRanges(l, stack, members);
  return {
    stack,
    entries: entries.map((e) => ({ ...e, amount: l.named(e.amount) })),
    total: l.named(total),
  };
}

/** Sum of some awards; awards that exclude each other count once. */
function sumAcross(
  l: RangeLowering,
  ids: readonly Id[],
  final: readonly Entry[],
  stacks: readonly StackTotal[],
): Ranged {
  const loose = ids.filter((id) => !stacks.some((s) => s.stack.awards.includes(id)));
  const amounts = loose.map((id) => final.findLast((e) => e.award === id)?.amount ?? ZERO_RANGE);
  const grouped = stacks.map((s): Ranged => {
    const inside = s.entries.filter((e) => ids.includes(e.award)).map((e) => e.amount);
    if (inside.length === s.entries.length) return s.total;
    const sum = inside.reduce((a, b) => l.named(addRange(a, b)), ZERO_RANGE);
    if (s.stack.rule === 'sum' || inside.length === 0) return sum;
    return { ...sum, hi: inside.map((e) => e.hi).reduce(higherHi) };
  });
  return [...amounts, ...grouped].reduce((a, b) => l.named(addRange(a, b)), ZERO_RANGE);
}
