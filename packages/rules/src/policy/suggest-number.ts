import { formatNum, multiply, type Rational } from '../number/rational.ts';
import { finiteNum } from './leaf.ts';

const tens = (exponent: number): Rational => ({ n: 10n ** BigInt(exponent), d: 1n });

/** What people write after a figure, and what it is worth in the plain unit. */
const SCALES: readonly (readonly [RegExp, Rational])[] = [
  [/^万亿$/, tens(12)],
  [/^(亿|億)$/, tens(8)],
  [/^千万$/, tens(7)],
  [/^百万$/, tens(6)],
  [/^(万|萬|w)$/i, tens(4)],
  [/^(千|k)$/i, tens(3)],
  [/^(百)$/, tens(2)],
  [/^$/, tens(0)],
];

/**
 * The digits a person most likely means: `"3000万"` → `"30000000"`, `"1,200.50 元"` → `"1200.5"`, full-width digits too.
 * Undefined where the text is not a figure with a known word of scale.
 */
export function digitsOf(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const plain = text.normalize('NFKC').replace(/[\s,_]|人民币|RMB|CNY|[¥￥]/gi, '');
  const m = /^([+-]?\d+(?:\.\d+)?)([^\d%/]*?)(?:元整|元|人|名|个|件|项)?$/.exec(plain);
  if (m?.[1] === undefined) return undefined;
  const value = finiteNum(m[1]);
  const scale = SCALES.find(([word]) => word.test(m[2] ?? ''))?.[1];
  return value && scale ? formatNum(multiply(value, scale)) : undefined;
}
