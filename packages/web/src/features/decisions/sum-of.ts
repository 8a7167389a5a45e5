/** The sum of amounts in CNY, exact to the 分; nothing where no row has an amount. */
export function sumOf(amounts: readonly (string | null)[]): string | undefined {
  const given = amounts.flatMap((amount) => (amount === null ? [] : [fenOf(amount)]));
  if (given.length === 0) return undefined;
  const sum = given.reduce((total, each) => total + each, 0n);
  const part = (sum % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${sum / 100n}${part === '' ? '' : `.${part}`}`;
}

function fenOf(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(part.slice(0, 2).padEnd(2, '0'));
}
