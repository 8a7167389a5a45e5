import type { Stack } from '../../policy/document.ts';
import type { Bool, Int } from './ir.ts';
import { any, compareInts } from './ir-bool.ts';
import { add, constant, exact, greatest, least, pick, sub, ZERO_INT } from './ir-int.ts';
import { fen, NOBODY, yuan } from './lower-money.ts';
import { maxValue, orZero, subValue, type Value, ZERO_LEAF } from './lower-value.ts';
import type { Lowering } from './lowering.ts';

/** An award as it enters or leaves a stack; `at` is its number in the document, `stackedOut` the number of another. */
export interface Stacked {
  readonly award: string;
  readonly at: number;
  readonly amount: Int;
  readonly stackedOut: Int;
}

interface Result {
  readonly entries: readonly Stacked[];
  readonly total: Int;
}

/** A stacking rule over known amounts in 分; the counterpart of `applyStack`. */
export function stackAwards(l: Lowering, stack: Stack, entries: readonly Stacked[]): Result {
  if (entries.length === 0) return { entries, total: ZERO_INT };
  const made = applied(l, stack, entries);
  return { entries: made.entries.map((e) => ({ ...e, amount: l.keep(exact(e.amount)) })), total: exact(made.total) };
}

function applied(l: Lowering, stack: Stack, entries: readonly Stacked[]): Result {
  if (stack.rule === 'sum')
    return sumWithin(
      entries,
      stack.within ? l.keep(fen(maxValue(orZero(l.number(stack.within)), ZERO_LEAF))) : undefined,
    );
  if (stack.rule === 'first') return firstWithMoney(entries);
  const isTopUp = stack.rule === 'topUp' && stack.paidBefore !== undefined;
  return highest(entries, isTopUp ? orZero(l.slots.number(stack.paidBefore, 0)) : ZERO_LEAF);
}

/** The other entries that take precedence over entry i, in the order of the rule. */
type Rivals = readonly { readonly at: number; readonly wins: Bool }[];

function lose(e: Stacked, rivals: Rivals, otherwise: Int): Stacked {
  const winner = rivals.reduceRight<Int>((rest, r) => pick(r.wins, constant(r.at), rest), NOBODY);
  return {
    ...e,
    amount: pick(any(rivals.map((r) => r.wins)), ZERO_INT, otherwise),
    stackedOut: pick(compareInts(e.amount, 'gt', ZERO_INT), winner, NOBODY),
  };
}

function highest(entries: readonly Stacked[], paid: Value): Result {
  const less = (x: Int): Int => fen(maxValue(subValue(yuan(x), paid), ZERO_LEAF));
  const out = entries.map((e, i) => {
    const others = entries.flatMap((o, j) => (i === j ? [] : [{ o, op: j < i ? ('le' as const) : ('lt' as const) }]));
    const rivals = others.map(({ o, op }) => ({ at: o.at, wins: compareInts(e.amount, op, o.amount) }));
    return lose(e, rivals, less(e.amount));
  });
  return { entries: out, total: less(entries.map((e) => e.amount).reduce(greatest)) };
}

function firstWithMoney(entries: readonly Stacked[]): Result {
  const hasMoney = (e: Stacked): Bool => compareInts(e.amount, 'gt', ZERO_INT);
  const out = entries.map((e, i) =>
    lose(
      e,
      entries.slice(0, i).map((o) => ({ at: o.at, wins: hasMoney(o) })),
      e.amount,
    ),
  );
  const total = entries.reduceRight<Int>((rest, e) => pick(hasMoney(e), e.amount, rest), ZERO_INT);
  return { entries: out, total };
}

/** Cut from the last so that the sum stays within the limit. */
function sumWithin(entries: readonly Stacked[], within: Int | undefined): Result {
  let before: Int = ZERO_INT;
  const out = entries.map((e): Stacked => {
    const amount = within ? least(e.amount, greatest(sub(within, before), ZERO_INT)) : e.amount;
    before = add(before, e.amount);
    return { ...e, amount };
  });
  return { entries: out, total: within ? least(before, within) : before };
}
