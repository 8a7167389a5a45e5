import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import type { Num, PolicyDoc } from '../../policy/document.ts';
import { yuanOf } from '../../pools/fen.ts';
import type { MoneyRange, TierStanding } from '../impact-report.ts';
import { AT_UNDETERMINED, standingColumn, standingsOf } from '../standings.ts';

/** What a population comes to at one position of a figure. */
export interface SweepPoint {
  readonly value: Num;
  /** Firms by what they hold. */
  readonly standings: Readonly<Record<TierStanding, number>>;
  /** Firms that hold some tier. */
  readonly pass: number;
  readonly total: MoneyRange;
  readonly awards: Readonly<Record<string, MoneyRange>>;
  /** Sum of the claims on each pool. */
  readonly pools: Readonly<Record<string, MoneyRange>>;
  /** False for an estimate between two positions that were worked out. */
  readonly exact: boolean;
}

/** A population in numbers that may be added up: firms by standing, then every amount in 分. */
export type Measures = bigint[];

/** How the numbers of measures are laid out for a policy. */
export class MeasureLayout {
  readonly #doc: PolicyDoc;
  readonly standings: readonly TierStanding[];
  readonly size: number;

  constructor(doc: PolicyDoc) {
    this.#doc = doc;
    this.standings = standingsOf(doc, doc);
    this.size = this.standings.length + EACH * (1 + doc.awards.length + doc.pools.length);
  }

  /** The measures of single firms. */
  reader(results: ColumnResults): (firm: number) => Measures {
    const standing = standingColumn(this.#doc, results, this.standings);
    const ranges = [results.total, ...results.awards, ...results.claims];
    return (firm) => {
      const out = Array.from({ length: this.size }, () => 0n);
      out[standing[firm] as number] = 1n;
      ranges.forEach(({ lo, hi }, i) => {
        const at = this.standings.length + EACH * i;
        [lo[firm] as number, hi[firm] as number].forEach((end, e) => {
          if (Number.isFinite(end)) out[at + e] = BigInt(Math.floor(end));
          else out[at + 2 + e] = 1n;
        });
      });
      return out;
    };
  }

  /** The measures of all firms together. */
  sum(results: ColumnResults): Measures {
    const out = Array.from({ length: this.size }, () => 0n);
    for (const at of standingColumn(this.#doc, results, this.standings)) out[at] = (out[at] as bigint) + 1n;
    [results.total, ...results.awards, ...results.claims].forEach((range, i) => {
      const at = this.standings.length + EACH * i;
      [range.lo, range.hi].forEach((column, e) => {
        [out[at + e], out[at + 2 + e]] = sumOf(column);
      });
    });
    return out;
  }

  point(value: Num, sum: Measures, exact = true): SweepPoint {
    const counts = this.standings.map((_, i) => Number(sum[i]));
    const money = (i: number): MoneyRange => {
      const at = this.standings.length + EACH * i;
      const end = (e: 0 | 1, endless: Num): Num => (sum[at + 2 + e] === 0n ? yuanOf(sum[at + e] as bigint) : endless);
      return { lo: end(0, '-inf'), hi: end(1, 'inf') };
    };
    const { awards, pools } = this.#doc;
    return {
      value,
      standings: Object.fromEntries(this.standings.map((id, i) => [id, counts[i] as number])),
      pass: counts.slice(AT_UNDETERMINED + 1).reduce((a, b) => a + b, 0),
      total: money(0),
      awards: Object.fromEntries(awards.map((a, i) => [a.id, money(1 + i)])),
      pools: Object.fromEntries(pools.map((p, i) => [p.id, money(1 + awards.length + i)])),
      exact,
    };
  }
}

/** Both ends of an amount, and how many firms have no such end. */
const EACH = 4;

/** The sum of the finite amounts, and how many are not. */
function sumOf(column: Float64Array): [bigint, bigint] {
  let [whole, part, endless] = [0n, 0, 0];
  for (const amount of column) {
    if (!Number.isFinite(amount)) endless++;
    else if (Math.abs(amount) > LARGEST) whole += BigInt(Math.floor(amount));
    else part += Math.floor(amount);
    if (Math.abs(part) > LARGEST) [whole, part] = [whole + BigInt(part), 0];
  }
  return [whole + BigInt(part), BigInt(endless)];
}
const LARGEST = 2 ** 52;

/** Whether a firm gets the same from two versions of one policy. */
export function sameOutcome(a: ColumnResults, b: ColumnResults): (firm: number) => boolean {
  const ranges = (r: ColumnResults) => [r.total, ...r.awards, ...r.claims].flatMap((x) => [x.lo, x.hi]);
  const of = (r: ColumnResults) => [r.best, ...r.tiers, ...ranges(r)];
  const pairs = of(a).map((x, i) => [x, of(b)[i]] as const);
  return (firm) => pairs.every(([x, y]) => x[firm] === y?.[firm]);
}

export function addMeasures(into: Measures, more: Measures, times = 1n): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as bigint) + times * (more[i] as bigint);
}
