import { roundHalfUp } from './sheet-total.ts';

/** What a panel's totals on one case come to, all in hundredths of a point. */
export interface PanelSpread {
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  readonly range: number;
  /** Standard deviation over the experts who scored (总体标准差). */
  readonly deviation: number;
  /** Places in the list of totals that lie far from the mean. */
  readonly outliers: readonly number[];
}

/**
 * Mean, spread and outliers of a panel's totals (均值、离散与离群). A total is an outlier at `outlierAt` hundredths of the
 * standard deviation or more from the mean, and at least `leastDistance` away from it: among few who agree a single point is
 * many deviations. With fewer than three totals there is none. Nothing where nobody scored.
 *
 * @example panelSpread([8000, 8200, 8100], 150)?.mean // 8100
 */
export function panelSpread(
  totals: readonly number[],
  outlierAt: number,
  leastDistance = 500,
): PanelSpread | undefined {
  if (totals.length === 0) return undefined;
  const count = BigInt(totals.length);
  const sum = totals.reduce((all, each) => all + BigInt(each), 0n);
  // Everything is multiplied by the count, so that comparing stays exact.
  const distances = totals.map((each) => BigInt(each) * count - sum);
  const squares = distances.reduce((all, each) => all + each * each, 0n);
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)];
  const isFar = (distance: bigint): boolean =>
    distance ** 2n >= (BigInt(leastDistance) * count) ** 2n &&
    squares > 0n &&
    distance ** 2n * count * 10_000n >= BigInt(outlierAt) ** 2n * squares;
  return {
    mean: roundHalfUp(sum, count),
    lowest,
    highest,
    range: highest - lowest,
    deviation: Math.round(Math.sqrt(Number(squares) / totals.length) / totals.length),
    outliers: totals.length < 3 ? [] : distances.flatMap((distance, i) => (isFar(distance) ? [i] : [])),
  };
}
