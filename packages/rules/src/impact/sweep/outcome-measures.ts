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
export type Measures = BigInt64Array;

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
      const out = new BigInt64Array(this.size);
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

export function addMeasures(into: Measures, more: Measures, times = 1n): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as bigint) + times * (more[i] as bigint);
}

export const isSameMeasures = (a: Measures, b: Measures): boolean => a.every((x, i) => x === b[i]);
