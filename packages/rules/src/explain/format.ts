import { parseDay, toParts } from '../date/day.ts';
import type { Range } from '../evaluate/decision.ts';
import { hasMessage, type Locale, say } from '../messages/index.ts';
import {
  compare,
  divide,
  floorInt,
  formatNum,
  fromInt,
  isFiniteRational,
  multiply,
  num,
  type Rational,
  ratio,
  ZERO,
} from '../number/rational.ts';
import type { IsoDate, Num, Unit } from '../policy/document.ts';

/** `nearest` for what was found, `up` for what is still needed, `down` for what may be lost, `exact` for rules. */
export type Rounding = 'nearest' | 'up' | 'down' | 'exact';

interface Scaled {
  /** Key of the unit's words, e.g. `unit.CNY.4` for 万元. */
  readonly key: string;
  /** What one of that unit is worth in the base unit. */
  readonly worth: Rational;
  readonly places: number;
}

const HUNDREDTH: Rational = { n: 1n, d: 100n };

/**
 * A quantity in the units people use (3,000 万元, 20%, 9 人); exact text arithmetic, no floating point.
 *
 * @example formatQuantity('30000000', 'CNY', 'zh-CN') // '3,000 万元'
 */
export function formatQuantity(
  value: Num | Rational,
  unit: Unit,
  locale: Locale,
  rounding: Rounding = 'nearest',
): string {
  const x = typeof value === 'string' ? num(value) : value;
  if (!isFiniteRational(x)) return say('unit.unknown', {}, locale);
  const scale = scaleOf(x, unit, locale);
  const shown = divide(x, scale.worth);
  const text = rounding === 'exact' ? exactText(shown) : roundedText(shown, scale.places, rounding);
  if (text !== undefined) return inUnit(scale.key, text, locale, shown);
  // 2/37 stays a fraction: its decimals never end and a rule is told exactly.
  return unit === 'ratio' ? formatNum(x) : inUnit(scale.key, formatNum(shown), locale, shown);
}

/**
 * Like `formatQuantity` for a figure told beside a threshold: takes as many decimals as it needs so that rounding never
 * moves the figure onto or across the threshold (19.9996% stays under 20%).
 */
export function formatBeside(value: Num, threshold: Num, unit: Unit, locale: Locale): string {
  const x = num(value);
  const t = num(threshold);
  if (!isFiniteRational(x)) return formatQuantity(x, unit, locale);
  const scale = scaleOf(x, unit, locale);
  const shown = divide(x, scale.worth);
  const line = divide(t, scale.worth);
  const side = compare(shown, line);
  let places = scale.places;
  while (places < 20 && compare(roundedTo(shown, places, 'nearest'), line) !== side) places++;
  return inUnit(scale.key, roundedText(shown, places, 'nearest'), locale, shown);
}

/** A gap between two figures: percentage points for ratios, otherwise the unit itself. */
export function formatGap(by: Num, unit: Unit, locale: Locale, rounding: Rounding = 'up'): string {
  if (unit !== 'ratio') return formatQuantity(by, unit, locale, rounding);
  const shown = divide(num(by), HUNDREDTH);
  const text = rounding === 'exact' ? (exactText(shown) ?? '') : roundedText(shown, 2, rounding);
  return inUnit('unit.ratioGap', text, locale, shown);
}

/** A range: one figure where it is settled, "50–88 分", "不低于 50 分", "不超过 88 分" or "未知". */
export function formatRange(range: Range, unit: Unit, locale: Locale, beside?: Num): string {
  const { lo, hi } = range;
  if (lo === hi)
    return beside === undefined ? formatQuantity(lo, unit, locale) : formatBeside(lo, beside, unit, locale);
  const low = formatQuantity(lo, unit, locale, 'down');
  const high = formatQuantity(hi, unit, locale, 'up');
  if (lo === '-inf' && hi === 'inf') return say('unit.unknown', {}, locale);
  if (lo === '-inf') return say('range.atMost', { high }, locale);
  if (hi === 'inf') return say('range.atLeast', { low }, locale);
  if (isPlainUnit(unit)) return formatPair(num(lo), num(hi), unit, locale);
  return say('range.between', { low, high }, locale);
}

/** A calendar day in words: 2027 年 1 月 1 日. Text that is not a day stays as it is. */
export function formatDate(day: IsoDate, locale: Locale): string {
  const n = parseDay(day);
  if (n === undefined) return day;
  const { year, month, day: date } = toParts(n);
  const args = { year: String(year), month: String(month), name: say(`month.${month}`, {}, locale), day: String(date) };
  return say('date.day', args, locale);
}

const isPlainUnit = (unit: Unit): boolean => unit !== 'CNY' && unit !== 'USD' && unit !== 'ratio';

function formatPair(lo: Rational, hi: Rational, unit: Unit, locale: Locale): string {
  const pair = `${roundedText(lo, 2, 'down')}–${roundedText(hi, 2, 'up')}`;
  return inUnit(`unit.${unit}`, pair, locale, fromInt(2));
}

function scaleOf(x: Rational, unit: Unit, locale: Locale): Scaled {
  if (unit === 'ratio') return { key: 'unit.ratio', worth: HUNDREDTH, places: 2 };
  if (unit !== 'CNY' && unit !== 'USD') return { key: `unit.${unit}`, worth: fromInt(1), places: 2 };
  const size = compare(x, ZERO) < 0 ? { n: -x.n, d: x.d } : x;
  const steps = say('money.scales', {}, locale).split(' ').map(Number);
  const step = steps.find((s) => compare(size, fromInt(10n ** BigInt(s))) >= 0) ?? 0;
  return { key: `unit.${unit}.${step}`, worth: fromInt(10n ** BigInt(step)), places: step >= 8 ? 4 : 2 };
}

function inUnit(key: string, n: string, locale: Locale, shown: Rational): string {
  const one = `${key}.one`;
  const isOne = compare(shown, fromInt(1)) === 0;
  return say(isOne && hasMessage(one, locale) ? one : key, { n }, locale);
}

/** All decimals; undefined where the decimal does not end within 20 places. */
function exactText(x: Rational): string | undefined {
  for (let places = 0; places <= 20; places++) {
    if (compare(roundedTo(x, places, 'down'), x) === 0) return roundedText(x, places, 'down');
  }
  return undefined;
}

function roundedTo(x: Rational, places: number, rounding: Exclude<Rounding, 'exact'>): Rational {
  const unit = 10n ** BigInt(places);
  const scaled = multiply(x, fromInt(unit));
  const down = floorInt(scaled);
  if (down * scaled.d === scaled.n) return ratio(down, unit);
  const isUp = rounding === 'up' || (rounding === 'nearest' && 2n * (scaled.n - down * scaled.d) >= scaled.d);
  return ratio(isUp ? down + 1n : down, unit);
}

/** Decimal text with thousands separated and without trailing zeros. */
function roundedText(x: Rational, places: number, rounding: Exclude<Rounding, 'exact'>): string {
  const r = roundedTo(x, places, rounding);
  const unit = 10n ** BigInt(places);
  const scaled = (r.n * unit) / r.d;
  const size = scaled < 0n ? -scaled : scaled;
  const whole = (size / unit).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const part = (size % unit).toString().padStart(places, '0').replace(/0+$/, '');
  const text = places === 0 || part === '' ? whole : `${whole}.${part}`;
  return scaled < 0n ? `−${text}` : text;
}
