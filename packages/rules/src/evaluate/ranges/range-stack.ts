import { num } from '../../number/rational.ts';
import type { Id, Stack } from '../../policy/document.ts';
import type { Bool } from '../lower/ir.ts';
import { all, any, NO, not, YES } from '../lower/ir-bool.ts';
import { compareValues } from '../lower/lower-compare.ts';
import { constantLeaf, ZERO_LEAF } from '../lower/lower-value.ts';
import type { RangeLowering } from './range-lowering.ts';
import { flooredRange } from './range-money.ts';
import {
  addRange,
  type End,
  endAt,
  higherHi,
  maxRange,
  minRange,
  orZero,
  pickEnd,
  type Ranged,
  subRange,
  ZERO_RANGE,
} from './ranged.ts';

/** An award as it enters or leaves a stacking rule. */
export interface Entry {
  readonly award: Id;
  readonly amount: Ranged;
}
interface Stacked {
  readonly entries: readonly Entry[];
  readonly total: Ranged;
}

/** A stacking rule over ranges of money; the counterpart of `applyStack` in the reference. */
export function stackRanges(l: RangeLowering, stack: Stack, entries: readonly Entry[]): Stacked {
  if (entries.length === 0) return { entries, total: ZERO_RANGE };
  if (stack.rule === 'sum')
    return sumWithin(l, entries, stack.within && l.named(maxRange(orZero(l.range(stack.within)), ZERO_RANGE)));
  if (stack.rule === 'first') return firstWithMoney(entries);
  const isTopUp = stack.rule === 'topUp' && stack.paidBefore !== undefined;
  return highest(l, entries, isTopUp ? l.named(orZero(l.fact(stack.paidBefore, 0))) : ZERO_RANGE);
}

const zero = ZERO_RANGE.lo;
const between = (lo: End, hi: End): Ranged => ({ lo, hi, some: YES, na: NO });

/** Whether the lower end of one amount is above the upper end of another, or as high. */
const surely = (lo: End, op: 'gt' | 'ge', hi: End): Bool => all([not(hi.inf), compareValues(lo.at, op, hi.at)]);
/** Whether an amount may be above the lower end of another, or as high. */
const maybe = (hi: End, op: 'gt' | 'ge', lo: End): Bool => any([hi.inf, compareValues(hi.at, op, lo.at)]);

function highest(l: RangeLowering, entries: readonly Entry[], paid: Ranged): Stacked {
  const less = (x: Ranged): Ranged => flooredRange(l, maxRange(subRange(x, paid), ZERO_RANGE));
  const out = entries.map((e, i): Entry => {
    const others = entries.flatMap(({ amount }, j) => (j === i ? [] : [{ amount, op: j < i ? 'gt' : 'ge' } as const]));
    const isFirst = all(others.map((o) => surely(e.amount.lo, o.op, o.amount.hi)));
    const isBeaten = any(others.map((o) => not(maybe(e.amount.hi, o.op, o.amount.lo))));
    const open = less(e.amount);
    const lo = pickEnd(all([not(isBeaten), isFirst]), open.lo, zero);
    return { award: e.award, amount: between(lo, pickEnd(isBeaten, zero, open.hi)) };
  });
  return { entries: out, total: less(entries.map((e) => e.amount).reduce((a, b) => l.named(maxRange(a, b)))) };
}

const pays = ({ lo }: Ranged): Bool => compareValues(lo.at, 'gt', ZERO_LEAF);
const mayPay = ({ hi }: Ranged): Bool => any([hi.inf, compareValues(hi.at, 'gt', ZERO_LEAF)]);
/** The least an award can pay when it pays at all: 1 分. */
const SMALLEST = endAt(constantLeaf(num('0.01')));

function firstWithMoney(entries: readonly Entry[]): Stacked {
  const out = entries.map(({ award, amount }, i): Entry => {
    const before = entries.slice(0, i).map((e) => e.amount);
    const isTaken = any(before.map(pays));
    const isCertain = not(any(before.map(mayPay)));
    return { award, amount: between(pickEnd(isCertain, amount.lo, zero), pickEnd(isTaken, zero, amount.hi)) };
  });
  // Up to the first award that surely pays, any one may be the first; an open one that turns out 0 passes on.
  const lo = entries.reduceRight<End>((rest, { amount }, i) => {
    const isEarlier = any(entries.slice(0, i).map((e) => mayPay(e.amount)));
    return pickEnd(pays(amount), pickEnd(isEarlier, SMALLEST, amount.lo), rest);
  }, zero);
  return { entries: out, total: between(lo, out.map((e) => e.amount.hi).reduce(higherHi)) };
}

function sumWithin(l: RangeLowering, entries: readonly Entry[], within: Ranged | undefined): Stacked {
  let before = ZERO_RANGE;
  const out = entries.map((e): Entry => {
    const left = within && l.named(maxRange(subRange(within, before), ZERO_RANGE));
    before = l.named(addRange(before, e.amount));
    return left ? { ...e, amount: flooredRange(l, minRange(e.amount, left)) } : e;
  });
  return { entries: out, total: within ? flooredRange(l, minRange(before, within)) : before };
}
