import { parseNum } from '../number/rational.ts';

const ZERO = 48;
const POINT = 46;
const MINUS = 45;
/** As many digits as certainly fit 2⁵³−1. */
const MOST_DIGITS = 15;

/**
 * Decimal text as a whole number of 10^−places, e.g. `"12.3"` with 2 places as 1230; undefined where it is not whole
 * there or needs more digits than a double holds. Plain decimals are read character by character: this runs for every
 * figure of every firm.
 */
export function readDecimal(text: string, places: number): number | undefined {
  let value = 0;
  let digits = 0;
  let after = -1;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i) - ZERO;
    if (c >= 0 && c <= 9) {
      value = value * 10 + c;
      digits++;
      if (after >= 0) after++;
    } else if (c === POINT - ZERO && after < 0 && digits > 0) after = 0;
    else return readAnyForm(text, places);
  }
  const missing = places - Math.max(after, 0);
  if (digits === 0 || after === 0 || missing < 0 || digits + missing > MOST_DIGITS) return readAnyForm(text, places);
  const scaled = value * (TENS[missing] as number);
  return start === 1 ? -scaled : scaled;
}

const TENS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** Percentages, fractions, long and unusual forms. */
function readAnyForm(text: string, places: number): number | undefined {
  const x = parseNum(text);
  if (!x || x.d === 0n) return undefined;
  const scaled = x.n * 10n ** BigInt(places);
  if (scaled % x.d !== 0n) return undefined;
  const value = Number(scaled / x.d);
  return Number.isSafeInteger(value) ? value : undefined;
}
