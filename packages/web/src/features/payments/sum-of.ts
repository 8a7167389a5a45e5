/** Sum of amounts in yuan with at most two decimals, exact to the 分. */
export function sumOf(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + fenOf(amount), 0n);
  const part = String(fen % 100n)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${fen / 100n}${part === '' ? '' : `.${part}`}`;
}

function fenOf(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}
