import type { Reference } from '../evaluate/reference.ts';
import { addVal, between, maxVal, minVal, orZero, point, subVal, type Val, ZERO_VAL } from '../evaluate/value.ts';
import { compare, greatest, INF, least, type Rational, sign, ZERO } from '../number/rational.ts';
import { floorToFen } from '../number/round.ts';
import type { Id, Stack } from '../policy/document.ts';

/** An award as it enters or leaves a stacking rule. */
export interface Entry {
  readonly award: Id;
  readonly amount: Val;
  /** The award that certainly took precedence. */
  readonly stackedOut?: Id;
}

export interface Stacked {
  readonly entries: readonly Entry[];
  readonly total: Val;
}

/** Applies a stacking rule (叠加规则) to the awards of one matter, in the order of the rule. */
export function applyStack(r: Reference, stack: Stack, entries: readonly Entry[]): Stacked {
  if (entries.length === 0) return { entries, total: ZERO_VAL };
  // A ceiling below 0 leaves nothing, and nobody owes anything under it.
  if (stack.rule === 'sum')
    return sumWithin(entries, stack.within ? maxVal(orZero(r.number(stack.within)), ZERO_VAL) : point(INF));
  if (stack.rule === 'first') return firstWithMoney(entries);
  const paid =
    stack.rule === 'topUp' && stack.paidBefore !== undefined ? orZero(r.firm.number(stack.paidBefore)) : ZERO_VAL;
  return highest(entries, paid);
}

/** Only the highest is paid, less what was paid before; of equals the first in the list. */
function highest(entries: readonly Entry[], paid: Val): Stacked {
  const less = (x: Val): Val => floored(maxVal(subVal(x, paid), ZERO_VAL));
  const out = entries.map((e, i): Entry => {
    const beats = (x: Rational, y: Rational, j: number): boolean => (j < i ? compare(x, y) > 0 : compare(x, y) >= 0);
    const others = entries.map((o, j) => ({ o, j })).filter(({ j }) => j !== i);
    const surelyFirst = others.every(({ o, j }) => beats(e.amount.lo, o.amount.hi, j));
    const better = others.find(({ o, j }) => !beats(e.amount.hi, o.amount.lo, j));
    if (better) return lose(e, better.o);
    const open = less(e.amount);
    return { ...e, amount: surelyFirst ? open : between(ZERO, open.hi) };
  });
  return { entries: out, total: less(entries.map((e) => e.amount).reduce(maxVal)) };
}

function firstWithMoney(entries: readonly Entry[]): Stacked {
  const out = entries.map((e, i): Entry => {
    const before = entries.slice(0, i);
    const taken = before.find((o) => sign(o.amount.lo) > 0);
    if (taken) return lose(e, taken);
    const certain = before.every((o) => sign(o.amount.hi) === 0);
    return certain ? e : { ...e, amount: between(ZERO, e.amount.hi) };
  });
  const payable = entries.filter((e) => sign(e.amount.hi) > 0);
  const settled = payable.findIndex((e) => sign(e.amount.lo) > 0);
  // Up to the first award that surely pays, any one may be the first; an open one that turns out 0 passes on.
  const lo =
    settled < 0
      ? ZERO
      : payable
          .slice(0, settled + 1)
          .map((e) => (sign(e.amount.lo) > 0 ? e.amount.lo : SMALLEST))
          .reduce(least);
  return { entries: out, total: between(lo, out.map((e) => e.amount.hi).reduce(greatest)) };
}

/** The least an award can pay when it pays at all: 1 分. */
const SMALLEST: Rational = { n: 1n, d: 100n };

/** All of them, cut from the last so that the sum stays within the limit. */
function sumWithin(entries: readonly Entry[], within: Val): Stacked {
  let before: Val = ZERO_VAL;
  const out = entries.map((e): Entry => {
    const left = maxVal(subVal(within, before), ZERO_VAL);
    before = addVal(before, e.amount);
    return { ...e, amount: floored(minVal(e.amount, left)) };
  });
  return { entries: out, total: floored(minVal(before, within)) };
}

const floored = (x: Val): Val => between(floorToFen(x.lo), floorToFen(x.hi));

function lose(e: Entry, to: Entry): Entry {
  return { award: e.award, amount: ZERO_VAL, ...(sign(e.amount.hi) > 0 ? { stackedOut: to.award } : {}) };
}
