import { compare, divide, formatNum, gcd, num, type Rational, ratio, sign, ZERO } from '../number/rational.ts';
import type { Expr, Num } from '../policy/document.ts';
import type { Indicator } from './overrule-policy.ts';

/** Why a person cannot give these points: no number, not between 0 and full marks, or no points the line knows. */
export type PointsProblem = 'not-a-number' | 'outside' | 'off-step';

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/;
const HUNDREDTH = ratio(1n, 100n);

/** The points a person gives for a line of the score table, in their shortest form, or what is wrong with them. */
export function checkPoints(
  line: Indicator,
  text: string,
): { readonly points: Num } | { readonly problem: PointsProblem } {
  if (!DECIMAL.test(text)) return { problem: 'not-a-number' };
  const points = num(text);
  if (compare(points, num(line.full)) > 0) return { problem: 'outside' };
  const steps = divide(points, num(stepOfPoints(line)));
  return steps.d === 1n ? { points: formatNum(points) } : { problem: 'off-step' };
}

/**
 * The smallest step between points of a line: what all its rows are whole multiples of, so that a person gives points the
 * table itself could give. A line that gives any number goes by hundredths.
 */
export function stepOfPoints(line: Indicator): Num {
  const step = stepIn(line);
  return formatNum(step === undefined || sign(step) === 0 ? HUNDREDTH : step);
}

function stepIn(e: Expr): Rational | undefined {
  switch (e.k) {
    case 'lit':
      return num(e.value);
    case 'bands':
      return together(e.rows.map((row) => num(row.out)));
    case 'table':
      return together([num(e.otherwise), ...e.rows.map((row) => num(row.out))]);
    case 'bandsBy':
      return together(e.rows.map((row) => stepIn(row.use)));
    case 'indicator':
      return together([stepIn(e.of), num(e.full)]);
    case 'sum':
    case 'bestOf':
      return together([...e.of.map(stepIn), ...capOf(e.cap)]);
    case 'bonus':
      return together([num(e.out), ...capOf(e.cap)]);
    case 'cond':
      return together([stepIn(e.then), stepIn(e.else)]);
    default:
      return undefined;
  }
}

const capOf = (cap: Num | undefined): readonly Rational[] => (cap === undefined ? [] : [num(cap)]);

/** The greatest number that all are whole multiples of; none where one of them may be anything. */
const together = (all: readonly (Rational | undefined)[]): Rational | undefined =>
  all.reduce((a, b) => a && b && ratio(gcd(a.n * b.d, b.n * a.d), a.d * b.d), ZERO);
