import { RangeSum } from './fen-sum.ts';
import type { SegmentImpact } from './impact-report.ts';
import type { MoneyPair } from './money-move.ts';

interface Counts {
  firms: number;
  winners: number;
  losers: number;
  before: number;
  after: number;
  readonly moneyBefore: RangeSum;
  readonly moneyAfter: RangeSum;
}

/** How one firm fares, for the segment it belongs to. */
export interface Fare {
  readonly move: -1 | 0 | 1 | undefined;
  readonly holdsBefore: boolean;
  readonly holdsAfter: boolean;
  readonly money: MoneyPair;
}

/** Counts and sums by one segmentation, such as the industry. */
export class SegmentTally {
  readonly #byName = new Map<string, Counts>();

  add(segment: string, fare: Fare): void {
    const c = this.#of(segment);
    c.firms++;
    if (fare.move === 1) c.winners++;
    if (fare.move === -1) c.losers++;
    if (fare.holdsBefore) c.before++;
    if (fare.holdsAfter) c.after++;
    c.moneyBefore.add(fare.money.before, fare.money.firm);
    c.moneyAfter.add(fare.money.after, fare.money.firm);
  }

  #of(segment: string): Counts {
    const had = this.#byName.get(segment);
    if (had) return had;
    const sums = { moneyBefore: new RangeSum(), moneyAfter: new RangeSum() };
    const made: Counts = { firms: 0, winners: 0, losers: 0, before: 0, after: 0, ...sums };
    this.#byName.set(segment, made);
    return made;
  }

  report(): readonly SegmentImpact[] {
    return [...this.#byName]
      .map(([segment, c]) => ({
        segment,
        firms: c.firms,
        winners: c.winners,
        losers: c.losers,
        holding: { before: c.before, after: c.after },
        money: { before: c.moneyBefore.value(), after: c.moneyAfter.value() },
      }))
      .sort((a, b) => b.firms - a.firms);
  }
}
