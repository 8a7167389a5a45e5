import type { Reference } from '../evaluate/reference.ts';
import { isKnown } from '../evaluate/value.ts';
import { add, divide, fromInt, greatest, ONE, power, type Rational, sign, subtract, ZERO } from '../number/rational.ts';
import type { Expr } from '../policy/document.ts';
import type { Linear } from './linear-in.ts';

type Growth = Extract<Expr, { k: 'growth' }>;

/**
 * A growth rate compared with `threshold`, as a line in the change of the last year's figure: the rate reaches the
 * threshold exactly where the line reaches `bound`. CAGR compares end ÷ base with (1 + threshold)ⁿ, so no root is taken.
 * Undefined where a figure it needs is not known or the rate does not depend on the last year.
 */
export function growthLine(
  r: Reference,
  e: Growth,
  threshold: Rational,
): { line: Linear; bound: Rational } | undefined {
  const years = soundYears(r, e);
  if (years === undefined) return undefined;
  const target = add(ONE, threshold);
  if (sign(target) < 0) return undefined;
  const at = Array.from({ length: years + 1 }, (_, back) => r.firm.number(e.series, back));
  if (!at.every((v) => v.some && isKnown(v))) return undefined;
  const figures = at.map((v) => v.lo);
  const end = figures[0] ?? ZERO;
  const before = (e.how === 'cagr' ? figures[years] : figures[1]) ?? ZERO;
  if (sign(before) <= 0) return undefined;
  const line: Linear = { at: divide(end, before), slope: divide(ONE, before) };
  if (e.how === 'cagr') return { line, bound: power(target, years) };
  if (e.how === 'minYoY') return { line, bound: target };
  // The mean of n ratios reaches the target where the last ratio makes up what the earlier ones leave open.
  const earlier = Array.from({ length: years - 1 }, (_, i) => ratioOf(figures[i + 1] ?? ZERO, figures[i + 2] ?? ZERO));
  const sum = earlier.reduce(add, ZERO);
  return { line, bound: subtract({ n: target.n * BigInt(years), d: target.d }, sum) };
}

const ratioOf = (end: Rational, base: Rational): Rational =>
  sign(base) > 0 ? divide(greatest(end, ZERO), base) : fromInt(0);

/** Over how many years the rate is taken, once a first year that does not count is left out. */
function soundYears(r: Reference, e: Growth): number | undefined {
  for (let years = e.years; years >= 1; years--) {
    const base = r.firm.number(e.series, years);
    if (base.some && !base.na && sign(base.lo) > 0) return years;
    if (e.badBase !== 'useNext') return undefined;
  }
  return undefined;
}
