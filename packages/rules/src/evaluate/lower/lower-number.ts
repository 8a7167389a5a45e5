import { num, ratio } from '../../number/rational.ts';
import type { Expr, RoundMode } from '../../policy/document.ts';
import { yearsBack } from '../firm.ts';
import { paramValue } from '../param.ts';
import type { Int } from './ir.ts';
import { round } from './ir-int.ts';
import { divide } from './lower-compare.ts';
import { lowerGrowth } from './lower-growth.ts';
import { bandsValue, lowerScore } from './lower-score.ts';
import {
  addValue,
  constantLeaf,
  leaf,
  mapLeaves,
  maxValue,
  minValue,
  mulValue,
  NONE,
  negValue,
  OPEN,
  orZero,
  plain,
  split,
  subValue,
  type Value,
  ZERO_LEAF,
} from './lower-value.ts';
import type { Lowering } from './lowering.ts';

type Of<K extends Expr['k']> = Extract<Expr, { k: K }>;

/** The lowered form of one number; the counterpart of `numberOf` in the reference, case by case. */
export function lowerNumber(l: Lowering, e: Expr): Value {
  switch (e.k) {
    case 'lit':
      return constantLeaf(num(e.value));
    case 'fact':
      return l.slots.number(e.fact, yearsBack(e.year));
    case 'param':
      return constantLeaf(paramValue(l.doc, e.param, l.asOfDay));
    case 'add':
      return fold(l, e.of, addValue);
    case 'sub':
      return fold(l, e.of, subValue);
    case 'mul':
      return fold(l, e.of, mulValue);
    case 'min':
      return fold(l, e.of, minValue);
    case 'max':
      return fold(l, e.of, maxValue);
    case 'neg':
      return negValue(l.number(e.of));
    case 'div':
      return quotient(l.number(e.num), l.number(e.den), zeroCase(e.whenZero));
    case 'round':
      return roundValue(l.number(e.of), e.step, e.mode);
    default:
      return lowerFurther(l, e);
  }
}

type First = 'lit' | 'fact' | 'param' | 'add' | 'sub' | 'mul' | 'min' | 'max' | 'neg' | 'div' | 'round';

function lowerFurther(l: Lowering, e: Exclude<Expr, { k: First }>): Value {
  switch (e.k) {
    case 'growth':
      return lowerGrowth(e, (back): Int => l.slots.number(e.series, back).n);
    case 'agg':
      return aggregate(l, e);
    case 'span':
      return spanValue(l, e);
    case 'fx':
      return mulValue(l.number(e.of), l.number(e.rate));
    case 'cond':
      return split(l.truth(e.if), l.number(e.then), l.number(e.else));
    case 'milestone': {
      const paid = orZero(l.slots.number(e.paidBefore, 0));
      return maxValue(subValue(bandsValue(l.number(e.of), e.rows), paid), ZERO_LEAF);
    }
    default:
      return lowerScore(l, e);
  }
}

const fold = (l: Lowering, of: readonly Expr[], f: (a: Value, b: Value) => Value): Value =>
  of.map((x) => l.number(x)).reduce(f);

const zeroCase = (w: Of<'div'>['whenZero']): Value =>
  w === 'unknown' ? OPEN : w === 'notApplicable' ? NONE : constantLeaf(num(w));

const quotient = (a: Value, b: Value, whenZero: Value): Value =>
  mapLeaves(a, (x) => mapLeaves(b, (y) => divide(plain(x), plain(y), whenZero, split, NONE)));

/** Rounded to a multiple of `step`: the quotient to a whole number, times the step. */
export function roundValue(v: Value, step: string, mode: RoundMode): Value {
  const by = constantLeaf(num(step));
  const perStep = constantLeaf(ratio(num(step).d, num(step).n));
  const rounded = mapLeaves(mulValue(v, perStep), (x) => leaf(round(x.n, x.d, mode)));
  return mulValue(rounded, by);
}

function aggregate(l: Lowering, e: Of<'agg'>): Value {
  const years = Array.from({ length: e.last }, (_, back): Value => l.slots.number(e.series, back));
  if (e.how === 'min') return years.reduce(minValue);
  if (e.how === 'max') return years.reduce(maxValue);
  const sum = years.reduce(addValue);
  return e.how === 'sum' ? sum : mulValue(sum, constantLeaf(ratio(1n, BigInt(e.last))));
}

function spanValue(l: Lowering, e: Of<'span'>): Value {
  const how = e.how === 'days365' ? 'days' : e.how;
  const days = leaf(l.slots.span(e.from, e.to === 'asOf' ? undefined : e.to, how));
  return e.how === 'days365' ? mulValue(days, constantLeaf(ratio(1n, 365n))) : days;
}
