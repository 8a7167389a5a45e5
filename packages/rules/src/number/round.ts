import type { RoundMode } from '../policy/document.ts';
import { floorInt, isFiniteRational, type Rational, ratio } from './rational.ts';

/**
 * Rounds to a multiple of `step`; `up` and `down` are away from and towards zero.
 *
 * @example formatNum(roundTo(num('2.5'), num('1'), 'halfEven')) // '2'
 */
export function roundTo(a: Rational, step: Rational, mode: RoundMode): Rational {
  if (!isFiniteRational(a)) return a;
  const negative = a.n < 0n;
  const q = ratio((negative ? -a.n : a.n) * step.d, a.d * step.n);
  const k = nearest(q, mode);
  return ratio((negative ? -k : k) * step.n, step.d);
}

function nearest(q: Rational, mode: RoundMode): bigint {
  const whole = floorInt(q);
  const rest = (q.n - whole * q.d) * 2n;
  if (rest === 0n || mode === 'down') return whole;
  if (mode === 'up') return whole + 1n;
  if (rest === q.d) return mode === 'halfUp' || whole % 2n === 1n ? whole + 1n : whole;
  return rest > q.d ? whole + 1n : whole;
}

const FEN: Rational = { n: 1n, d: 100n };
/** Down to whole 分 (0.01 yuan), the smallest unit of money. */
export const floorToFen = (a: Rational): Rational => roundTo(a, FEN, 'down');
