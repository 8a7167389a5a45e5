import type { RoundMode } from '../../policy/document.ts';

/**
 * Rounds n/d to a whole number for whole n and d > 0 up to 2⁵³−1; `up` and `down` are away from and towards zero.
 * Exact: the remainder is taken by %, which never rounds, so no quotient is ever trusted near a boundary.
 */
export function roundRatio(n: number, d: number, mode: RoundMode): number {
  const rest = Math.abs(n % d);
  const whole = (Math.abs(n) - rest) / d;
  const size = rest === 0 || mode === 'down' ? whole : whole + awayFrom(whole, rest, d, mode);
  return n < 0 ? -size : size;
}

function awayFrom(whole: number, rest: number, d: number, mode: RoundMode): number {
  if (mode === 'up') return 1;
  // rest ≥ d/2, without doubling a number near 2⁵³.
  const left = d - rest;
  if (rest === left) return mode === 'halfUp' || whole % 2 === 1 ? 1 : 0;
  return rest > left ? 1 : 0;
}
