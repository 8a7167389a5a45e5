/** An exact fraction with a positive denominator. Amounts never pass through a float on their way to the screen. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(%)?$/;
const FRACTION = /^([+-]?\d+)\/([1-9]\d*)$/;

/** Reads `"0.06"`, `"6%"`, `"2/37"`, `"1,000.5"`; undefined when the text is no such number (also for `inf`). */
export function readExact(text: string): Exact | undefined {
  const plain = text.replace(/[,，\s]/g, '');
  const fraction = FRACTION.exec(plain);
  if (fraction) return { n: BigInt(fraction[1] ?? '0'), d: BigInt(fraction[2] ?? '1') };
  const m = DECIMAL.exec(plain);
  if (!m) return undefined;
  const [, sign, whole = '', part = '', percent] = m;
  if (whole + part === '') return undefined;
  const digits = BigInt(whole + part);
  return { n: sign === '-' ? -digits : digits, d: 10n ** BigInt(part.length + (percent ? 2 : 0)) };
}

/** `value × 10^places`. */
export const shift = (value: Exact, places: number): Exact =>
  places >= 0
    ? { n: value.n * 10n ** BigInt(places), d: value.d }
    : { n: value.n, d: value.d * 10n ** BigInt(-places) };

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

/** Rounded half away from zero to at most `places` decimals, trailing zeros dropped; `exact` says nothing was cut. */
export function toText(value: Exact, places: number): { readonly text: string; readonly exact: boolean } {
  const scale = 10n ** BigInt(places);
  const top = absolute(value.n) * scale;
  const rounded = (top * 2n + value.d) / (value.d * 2n);
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const part = digits.slice(digits.length - places).replace(/0+$/, '');
  const sign = value.n < 0n && rounded !== 0n ? '-' : '';
  return { text: `${sign}${whole}${part ? `.${part}` : ''}`, exact: rounded * value.d === top };
}

/** Thousands separated by commas: `12345.6` → `12,345.6`. */
export function groupDigits(text: string): string {
  const [whole = '', part] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/** Whether |value| ≥ 10^power. */
export const reaches = (value: Exact, power: number): boolean => absolute(value.n) >= value.d * 10n ** BigInt(power);

/** Position of `value` between `from` and `to` as a share from 0 to 1: for lengths of bars, never for a verdict. */
export function shareOf(value: string, from: string, to: string): number {
  const [v, a, b] = [readExact(value), readExact(from), readExact(to)];
  if (!v || !a || !b) return 0;
  const asNumber = (x: Exact): number => Number((x.n * 1_000_000n) / x.d) / 1_000_000;
  const width = asNumber(b) - asNumber(a);
  return width <= 0 ? 0 : Math.min(1, Math.max(0, (asNumber(v) - asNumber(a)) / width));
}
