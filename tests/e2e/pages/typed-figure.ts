/** An amount in yuan as people write it in 万: `20833333` → `2083.3333`. */
export function inWan(yuan: string): string {
  const [, sign = '', whole = '0', cents = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(yuan) ?? [];
  const digits = whole.padStart(5, '0');
  const fraction = `${digits.slice(-4)}${cents}`.replace(/0+$/, '');
  return `${sign}${digits.slice(0, -4)}${fraction && `.${fraction}`}`;
}

/** Facts whose figure is an amount; all others are counts. */
const MONEY = new Set([
  'revenue',
  'operatingProfit',
  'costExpense',
  'rdExpense',
  'totalAssets',
  'stSpending',
  'amacEquity',
  'valuationCny',
  'valuationUsd',
  'rentCost',
]);

/** What a person types for a figure: money in 万, the unit shown first; counts as they are. */
export const typedFigure = (fact: string, value: string): string => (MONEY.has(fact) ? inWan(value) : value);
