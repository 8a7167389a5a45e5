import { add, compare, divide, formatNum, multiply, num, type Rational, subtract } from '@tidu/rules';

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly steps?: number;
  readonly values?: readonly string[];
}

const STEPS = 41;

/** The positions of a slider: those named, or evenly from one end to the other; the figure as it is is always one of them. */
export function sweepValues(
  value: string,
  reach: { readonly least: number; readonly most: number } | undefined,
  { from, to, steps = STEPS, values }: Asked,
): readonly string[] {
  const now = num(value);
  if (values) return inOrder([...values.map(num), now]);
  const low = from === undefined ? least(now, reach) : num(from);
  const high = to === undefined ? most(now, reach) : num(to);
  const step = divide(subtract(high, low), num(String(steps - 1)));
  const even = Array.from({ length: steps }, (_, i) => rounded(add(low, multiply(step, num(String(i))))));
  return inOrder([...even, now]);
}

const HALF = num('1/2');

/** From half the figure to one and a half times; widened to where something changes, as far as twice the figure. */
const least = (now: Rational, reach?: { least: number }): Rational => {
  const half = multiply(now, HALF);
  const edge = reach === undefined ? half : numOf(reach.least);
  return compare(edge, half) < 0 && compare(edge, num('0')) >= 0 ? edge : half;
};
const most = (now: Rational, reach?: { most: number }): Rational => {
  const more = multiply(now, num('3/2'));
  const twice = multiply(now, num('2'));
  if (reach === undefined || !Number.isFinite(reach.most)) return more;
  const edge = numOf(reach.most);
  return compare(edge, more) > 0 ? (compare(edge, twice) < 0 ? edge : twice) : more;
};

/** Six digits are enough for a slider. */
const rounded = (x: Rational): Rational => {
  const double = Number(x.n) / Number(x.d);
  return Number.isFinite(double) ? numOf(double) : x;
};
const numOf = (x: number): Rational => num(plain(Number(x.toPrecision(6))));
// Never with an exponent, as a large number else would be.
const plain = (x: number): string => x.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 12 });

function inOrder(all: readonly Rational[]): readonly string[] {
  const sorted = all.toSorted(compare);
  return sorted.filter((x, i) => i === 0 || compare(x, sorted[i - 1] as Rational) !== 0).map((x) => formatNum(x));
}
