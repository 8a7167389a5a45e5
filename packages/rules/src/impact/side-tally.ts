import type { ColumnResults } from '../evaluate/columns/column-results.ts';
import type { ColumnProgram } from '../evaluate/columns/compile-columns.ts';
import type { Id } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { RangeSum } from './fen-sum.ts';
import type { AwardMoney, MoneyRange, PoolMoney, TierCount } from './impact-report.ts';
import { PoolTally } from './pool-tally.ts';

interface AwardSum {
  firms: number;
  readonly sum: RangeSum;
}

/** Counts and sums of one version over all firms. */
export class SideTally {
  readonly program: ColumnProgram;
  readonly #tiers: [number, number, number][];
  readonly #awards: AwardSum[];
  readonly #pools: PoolTally[];
  readonly #total = new RangeSum();
  byReference = 0;

  constructor(program: ColumnProgram) {
    this.program = program;
    const { doc, dates } = program;
    this.#tiers = doc.tiers.map(() => [0, 0, 0]);
    this.#awards = doc.awards.map(() => ({ firms: 0, sum: new RangeSum() }));
    this.#pools = doc.pools.map((_, i) => new PoolTally(doc, dates, i));
  }

  add(results: ColumnResults, factsOf: (firm: number) => Facts): void {
    this.byReference += results.byReference.size;
    results.tiers.forEach((tier, t) => {
      const counts = this.#tiers[t] as [number, number, number];
      for (const code of tier) counts[code as 0 | 1 | 2]++;
    });
    const { total } = results;
    for (let i = 0; i < results.size; i++) this.#total.add(total, i);
    results.awards.forEach((range, a) => {
      const award = this.#awards[a] as AwardSum;
      for (let i = 0; i < range.lo.length; i++) {
        award.sum.add(range, i);
        if ((range.lo[i] as number) > 0) award.firms++;
      }
    });
    for (const pool of this.#pools) for (let i = 0; i < results.size; i++) pool.add(results, i, () => factsOf(i));
  }

  tiers(): Readonly<Record<Id, TierCount>> {
    const { tiers } = this.program.doc;
    return Object.fromEntries(
      this.#tiers.map(([no, yes, undetermined], i) => [tiers[i]?.id ?? '', { yes, no, undetermined }]),
    );
  }

  awards(): Readonly<Record<Id, AwardMoney>> {
    const { awards } = this.program.doc;
    return Object.fromEntries(
      this.#awards.map(({ firms, sum }, i) => [awards[i]?.id ?? '', { firms, amount: sum.value() }]),
    );
  }

  pools(): Readonly<Record<Id, PoolMoney>> {
    const { pools } = this.program.doc;
    return Object.fromEntries(this.#pools.map((pool, i) => [pools[i]?.id ?? '', pool.report()]));
  }

  total(): MoneyRange {
    return this.#total.value();
  }
}
