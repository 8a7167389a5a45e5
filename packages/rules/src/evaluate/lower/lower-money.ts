import { fromInt, multiply, num } from '../../number/rational.ts';
import { type Int, NotLowerable } from './ir.ts';
import { constant, round, ZERO_INT } from './ir-int.ts';
import { constantLeaf, leaf, mulValue, toInt, type Value } from './lower-value.ts';

const HUNDRED = constantLeaf(fromInt(100));
/** No award, no cap. */
export const NOBODY = constant(-1);

/** Money in yuan as whole 分, rounded towards zero. */
export const fen = (v: Value): Int => toInt(mulValue(v, HUNDRED), (x) => round(x.n, x.d, 'down'), ZERO_INT);
/** Whole 分 as money in yuan. */
export const yuan = (x: Int): Value => leaf(x, HUNDRED.n);

/** A figure that must be whole 分. */
export function wholeFen(text: string): Int {
  const x = multiply(num(text), fromInt(100));
  if (x.d !== 1n) throw new NotLowerable(`${text} is not whole 分`);
  return constant(x.n);
}
