import type { Range, Unit } from '@tidu/rules';
import { units as en } from '../../messages/en/units.ts';
import type { Locale, SameKeys } from '../../messages/locale.ts';
import { units as zh } from '../../messages/zh-CN/units.ts';
import { utcOf } from './calendar-day.ts';
import { type Exact, groupDigits, reaches, readExact, shift, toText } from './exact.ts';

type Words = SameKeys<typeof zh>;
type Currency = 'CNY' | 'USD';

/** A unit of money on screen: from which power of ten on, and how many decimals keep it readable. */
interface Step {
  readonly power: number;
  readonly places: number;
  readonly word: Record<Currency, (n: string) => string>;
}

const step = (power: number, places: number, cny: string, usd: string): Step => ({
  power,
  places,
  word: { CNY: (n) => cny.replace('#', n), USD: (n) => usd.replace('#', n) },
});

const STEPS: Record<Locale, readonly Step[]> = {
  'zh-CN': [step(8, 4, '# 亿元', '# 亿美元'), step(4, 4, '# 万元', '# 万美元'), step(0, 2, '# 元', '# 美元')],
  en: [
    step(9, 3, 'CNY # billion', 'USD # billion'),
    step(6, 3, 'CNY # million', 'USD # million'),
    step(0, 2, 'CNY #', 'USD #'),
  ],
};

/** Writes figures for people, always with their unit. Arguments are exact decimal text as the rules give it. */
export interface Format {
  /** Yuan or dollars in the largest unit that shows them exactly: `30000000` → `3,000 万元`. */
  readonly money: (amount: string, currency?: Currency) => string;
  /** A share as percent, at most two decimals; `约` when cut. */
  readonly ratio: (value: string) => string;
  readonly number: (value: string) => string;
  /** Any value of a rule by its unit. */
  readonly measured: (value: string, unit: Unit) => string;
  /** A closed range by its unit; one value when both ends meet, open ends in words. */
  readonly range: (range: Range, unit: Unit) => string;
  /** A calendar day in full: `2020 年 11 月 23 日`. */
  readonly day: (iso: string) => string;
  readonly people: (count: number) => string;
}

function plain(value: Exact, places: number, words: Words): string {
  const { text, exact } = toText(value, places);
  return exact ? groupDigits(text) : words.about(groupDigits(text));
}

function money(value: Exact, currency: Currency, locale: Locale, words: Words): string {
  for (const { power, places, word } of STEPS[locale]) {
    const scaled = toText(shift(value, -power), places);
    if (power === 0)
      return scaled.exact
        ? word[currency](groupDigits(scaled.text))
        : words.about(word[currency](groupDigits(scaled.text)));
    if (scaled.exact && reaches(value, power)) return word[currency](groupDigits(scaled.text));
  }
  return '';
}

function create(locale: Locale, words: Words): Format {
  const whenNumber = (text: string, write: (value: Exact) => string): string => {
    const value = readExact(text);
    return value ? write(value) : words.open;
  };
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const ratio = (text: string): string =>
    whenNumber(text, (value) => {
      const { text: percent, exact } = toText(shift(value, 2), 2);
      return exact ? `${groupDigits(percent)}%` : words.about(`${groupDigits(percent)}%`);
    });
  const number = (text: string): string => whenNumber(text, (value) => plain(value, 4, words));
  const measured = (text: string, unit: Unit): string => {
    if (unit === 'CNY' || unit === 'USD') return whenNumber(text, (value) => money(value, unit, locale, words));
    if (unit === 'ratio') return ratio(text);
    return unit === 'none' || !readExact(text) ? number(text) : words[unit](number(text));
  };
  const range = ({ lo, hi }: Range, unit: Unit): string => {
    if (lo === hi) return measured(lo, unit);
    const [low, high] = [lo !== '-inf', hi !== 'inf'];
    if (low && high) return words.between(measured(lo, unit), measured(hi, unit));
    if (low) return words.from(measured(lo, unit));
    return high ? words.upTo(measured(hi, unit)) : words.open;
  };
  return {
    money: (amount, currency = 'CNY') => measured(amount, currency),
    ratio,
    number,
    measured,
    range,
    day: (iso) => {
      const at = utcOf(iso);
      if (at === undefined) return iso;
      const [year, month, day] = iso.split('-').map(Number);
      return locale === 'en' ? long.format(at) : `${year} 年 ${month} 月 ${day} 日`;
    },
    people: (count) => words.people(groupDigits(String(count))),
  };
}

export const FORMATS: Readonly<Record<Locale, Format>> = { 'zh-CN': create('zh-CN', zh), en: create('en', en) };
