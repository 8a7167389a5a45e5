import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import { yuanOf } from '../../pools/fen.ts';
import type { MoneyRange } from '../impact-report.ts';
import type { SweepPoint } from '../sweep/outcome-measures.ts';

/** What one firm with one result stands for: a row of results, from one position up to another. */
export interface Stay {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

type Money = Pick<SweepPoint, 'total' | 'awards' | 'pools'>;

/** The money of a policy at each of so many positions, of firms that stay with a result for some of them. */
export function moneyAlong(
  { awards, pools }: PolicyDoc,
  results: ColumnResults,
  stays: readonly Stay[],
  positions: number,
): readonly Money[] {
  const along = ({ lo, hi }: { readonly lo: Float64Array; readonly hi: Float64Array }): readonly MoneyRange[] => {
    const least = sumsAlong(lo, stays, positions, '-inf');
    const most = lo === hi ? least : sumsAlong(hi, stays, positions, 'inf');
    return least.map((sum, p) => ({ lo: sum, hi: most[p] ?? sum }));
  };
  const total = along(results.total);
  const byAward = results.awards.map(along);
  const byPool = results.claims.map(along);
  const NOTHING = { lo: '0', hi: '0' };
  return total.map((sum, p) => ({
    total: sum,
    awards: Object.fromEntries(awards.map(({ id }, i) => [id, byAward[i]?.[p] ?? NOTHING])),
    pools: Object.fromEntries(pools.map(({ id }, i) => [id, byPool[i]?.[p] ?? NOTHING])),
  }));
}

const LARGEST = 2 ** 52;

/** Sums in 分 at each position, each stay counted where it begins and taken off where it ends; written in yuan. */
function sumsAlong(
  column: Float64Array,
  stays: readonly Stay[],
  positions: number,
  endless: string,
): readonly string[] {
  const [parts, ends] = [new Float64Array(positions + 1), new Int32Array(positions + 1)];
  const wholes = Array.from({ length: positions + 1 }, () => 0n);
  const note = (p: number, amount: number): void => {
    const sum = (parts[p] as number) + amount;
    if (Math.abs(sum) <= LARGEST) parts[p] = sum;
    else wholes[p] = (wholes[p] as bigint) + BigInt(parts[p] as number) + BigInt(amount);
    if (Math.abs(sum) > LARGEST) parts[p] = 0;
  };
  for (const { row, from, to } of stays) {
    const amount = column[row] as number;
    if (amount === 0) continue;
    if (!Number.isFinite(amount)) {
      ends[from] = (ends[from] as number) + 1;
      ends[to] = (ends[to] as number) - 1;
    } else {
      note(from, Math.floor(amount));
      note(to, -Math.floor(amount));
    }
  }
  let [sum, open] = [0n, 0];
  return Array.from({ length: positions }, (_, p) => {
    sum += (wholes[p] as bigint) + BigInt(parts[p] as number);
    open += ends[p] as number;
    return open > 0 ? endless : yuanOf(sum);
  });
}
