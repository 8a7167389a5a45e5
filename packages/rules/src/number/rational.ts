/** Exact rational numbers. `d > 0` for finite values; `±1/0` stand for ±∞ as ends of a range. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const INF: Rational = { n: 1n, d: 0n };
export const NEG_INF: Rational = { n: -1n, d: 0n };

export const isFiniteRational = (x: Rational): boolean => x.d !== 0n;

/** The greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    if (x <= SAFE && y <= SAFE) return BigInt(gcdOfSafe(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

/** Figures of firms are rarely larger, and doubles up to here are exact and quicker. */
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function gcdOfSafe(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** The rational n/d in lowest terms with a positive denominator. Throws on a zero denominator. */
export function ratio(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('zero denominator');
  if (d === 1n) return { n, d };
  const g = gcd(n, d);
  const s = d < 0n ? -g : g;
  return s === 1n ? { n, d } : { n: n / s, d: d / s };
}

export const fromInt = (n: number | bigint): Rational => ({ n: BigInt(n), d: 1n });

/** −1, 0 or 1. Works on infinite ends too. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  if (a.d === 0n && b.d === 0n) return a.n === b.n ? 0 : a.n < b.n ? -1 : 1;
  // Two finite numbers over one denominator, whole ones above all, need no product.
  const x = a.d === b.d ? a.n : a.n * b.d;
  const y = a.d === b.d ? b.n : b.n * a.d;
  return x < y ? -1 : x > y ? 1 : 0;
}

export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const sign = (a: Rational): -1 | 0 | 1 => (a.n > 0n ? 1 : a.n < 0n ? -1 : 0);

/** Sum; an infinite end absorbs. ∞ + (−∞) does not occur between ends of the same side. */
export function add(a: Rational, b: Rational): Rational {
  if (a.d === 0n) return a;
  if (b.d === 0n) return b;
  return a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** Difference, like `add`. */
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

/** Product, with 0 × ∞ = 0 as range ends need it. */
export function multiply(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return ZERO;
  if (a.d === 0n || b.d === 0n) return a.n > 0n === b.n > 0n ? INF : NEG_INF;
  return ratio(a.n * b.n, a.d * b.d);
}

/** Quotient by a non-zero value; x/∞ = 0, and ∞/∞ = 0 because the other corners of the range cover the rest. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.d === 0n) return ZERO;
  if (a.d === 0n) return a.n > 0n === b.n > 0n ? INF : NEG_INF;
  return ratio(a.n * b.d, a.d * b.n);
}

/** Integer power, exponent ≥ 0. */
export const power = (a: Rational, e: number): Rational =>
  a.d === 0n ? a : { n: a.n ** BigInt(e), d: a.d ** BigInt(e) };

/** Greatest integer ≤ a. */
export function floorInt(a: Rational): bigint {
  const q = a.n / a.d;
  return a.n < 0n && q * a.d !== a.n ? q - 1n : q;
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(%)?$/;
const FRACTION = /^([+-]?\d+)\/(\d+)$/;

/**
 * Reads `"0.06"`, `"6%"`, `"2/37"`, `"-50000000"`, `"inf"`, `"-inf"`; undefined when the text is not such a number.
 *
 * @example parseNum('6%') // { n: 3n, d: 50n }
 */
export function parseNum(text: string): Rational | undefined {
  const m = DECIMAL.exec(text);
  if (m) {
    const [, s, whole = '', part = '', pct] = m;
    const n = BigInt(whole + part) * (s === '-' ? -1n : 1n);
    return ratio(n, 10n ** BigInt(part.length + (pct ? 2 : 0)));
  }
  const f = FRACTION.exec(text);
  if (f?.[1] !== undefined && f[2] !== undefined)
    return BigInt(f[2]) === 0n ? undefined : ratio(BigInt(f[1]), BigInt(f[2]));
  if (text === 'inf') return INF;
  return text === '-inf' ? NEG_INF : undefined;
}

/** The figures of a policy are read again at every evaluation; a few thousand texts are kept as read. */
const READ = new Map<string, Rational>();
const KEPT = 4096;

/** Like `parseNum` for numbers already checked by `parsePolicy` or `readFacts`; throws on anything else. */
export function num(text: string): Rational {
  const kept = READ.get(text);
  if (kept) return kept;
  const r = parseNum(text);
  if (!r) throw new RangeError(`not an exact number: ${text}`);
  if (READ.size >= KEPT) READ.clear();
  READ.set(text, r);
  return r;
}

/** Exact text: decimal where the decimal ends, else `p/q`; infinite ends as `inf` and `-inf`. */
export function formatNum(a: Rational): string {
  if (a.d === 0n) return a.n > 0n ? 'inf' : '-inf';
  const r = ratio(a.n, a.d);
  if (r.d === 1n) return r.n.toString();
  let rest = r.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  if (rest !== 1n) return `${r.n}/${r.d}`;
  return fixed(r, Math.max(twos, fives));
}

function fixed(a: Rational, places: number): string {
  const scaled = (a.n * 10n ** BigInt(places)) / a.d;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return scaled < 0n ? `-${text}` : text;
}

/** Nearest double, for charts and sorting only; never for a verdict. */
export function toDouble(a: Rational): number {
  if (a.d === 0n) return a.n > 0n ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const n = Number(a.n);
  const d = Number(a.d);
  if (Math.abs(n) < 2 ** 1000 && d < 2 ** 1000) return n / d;
  return Number((a.n * 10n ** 18n) / a.d) / 1e18;
}
