/** One vessel: its ceiling in 分 and its weight, a whole number ≥ 0. */
export interface Vessel {
  readonly id: string;
  readonly ceiling: bigint;
  readonly weight: bigint;
}

/**
 * Shares `budget` 分 in proportion to the weights, never above a ceiling, and pours what a full vessel cannot take into the
 * others (注水法). Whole 分: remainders go to the largest first, then by id. Weight 0 gets nothing. Everything is given out
 * unless every vessel with a weight is full. The result has an entry for each id.
 */
export function waterFill(budget: bigint, vessels: readonly Vessel[]): ReadonlyMap<string, bigint> {
  const got = new Map<string, bigint>(vessels.map((v) => [v.id, 0n]));
  const { full, open, rest, weights } = waterLevel(budget, vessels);
  for (const v of full) got.set(v.id, v.ceiling);
  pourInProportion(rest, weights, open, got);
  return got;
}

export interface WaterLevel {
  readonly full: readonly Vessel[];
  /** Vessels below their ceiling; each holds `rest × weight ÷ weights`. */
  readonly open: readonly Vessel[];
  readonly rest: bigint;
  /** Sum of the weights of `open`; 0 where all are full. */
  readonly weights: bigint;
}

/** The exact level before rounding to 分. */
export function waterLevel(budget: bigint, vessels: readonly Vessel[]): WaterLevel {
  const sorted = vessels.filter((v) => v.weight > 0n && v.ceiling > 0n).sort(byFillLevel);
  let rest = budget;
  let weights = sorted.reduce((sum, v) => sum + v.weight, 0n);
  // A vessel is full once the common level (rest ÷ weights) reaches its ceiling ÷ weight; filling one never lowers the level.
  const firstOpen = sorted.findIndex((v) => {
    if (v.ceiling * weights > rest * v.weight) return true;
    rest -= v.ceiling;
    weights -= v.weight;
    return false;
  });
  const cut = firstOpen < 0 ? sorted.length : firstOpen;
  return { full: sorted.slice(0, cut), open: sorted.slice(cut), rest, weights };
}

/** Shares all of `rest`; every share stays under its ceiling before rounding, so one more 分 still fits. */
function pourInProportion(rest: bigint, weights: bigint, open: readonly Vessel[], got: Map<string, bigint>): void {
  if (open.length === 0) return;
  const parts = open.map((v) => ({
    id: v.id,
    whole: (rest * v.weight) / weights,
    remainder: (rest * v.weight) % weights,
  }));
  let spare = rest - parts.reduce((sum, p) => sum + p.whole, 0n);
  parts.sort((a, b) => (a.remainder === b.remainder ? (a.id < b.id ? -1 : 1) : a.remainder > b.remainder ? -1 : 1));
  for (const p of parts) {
    got.set(p.id, p.whole + (spare > 0n ? 1n : 0n));
    if (spare > 0n) spare -= 1n;
  }
}

/** Ascending ceiling ÷ weight. */
function byFillLevel(a: Vessel, b: Vessel): number {
  const x = a.ceiling * b.weight;
  const y = b.ceiling * a.weight;
  return x < y ? -1 : x > y ? 1 : 0;
}
