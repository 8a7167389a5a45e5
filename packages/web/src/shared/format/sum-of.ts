import { readExact, toText } from './exact.ts';

/** The sum of amounts in CNY, exact to the 分; what is no amount counts for nothing. */
export function sumOf(amounts: readonly (string | null)[]): string {
  const fen = amounts.reduce((sum, amount) => sum + fenOf(amount ?? '0'), 0n);
  return toText({ n: fen, d: 100n }, 2).text;
}

function fenOf(amount: string): bigint {
  const { n, d } = readExact(amount) ?? { n: 0n, d: 1n };
  return (n * 100n) / d;
}
