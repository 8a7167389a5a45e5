import type { ColumnRange, ColumnResults } from '../evaluate/columns/column-results.ts';
import { compare, floorInt, formatNum, num, sign, subtract } from '../number/rational.ts';
import type { PolicyDoc, Pool } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { allocate } from '../pools/allocate.ts';
import type { Claim } from '../pools/claim.ts';
import { yuanOf } from '../pools/fen.ts';
import { claimKeys } from './claim-keys.ts';
import { RangeSum } from './fen-sum.ts';
import type { PoolMoney } from './impact-report.ts';
import { exactEnds } from './money-move.ts';

/** Claims that are kept to be ranked; with more of them only the sums are told. */
const MOST_CLAIMS = 20_000;

/** Gathers the claims on one pool, and in the end gives its budget out as the pool would (资金池试算). */
export class PoolTally {
  readonly #pool: Pool;
  readonly #at: number;
  readonly #keys: ReturnType<typeof claimKeys>;
  readonly #sum = new RangeSum();
  #claims: Claim[] = [];
  #firms = 0;

  constructor(doc: PolicyDoc, dates: Dates, at: number) {
    this.#pool = doc.pools[at] as Pool;
    this.#at = at;
    this.#keys = claimKeys(doc, dates, this.#pool);
  }

  add(results: ColumnResults, firm: number, facts: () => Facts): void {
    const range = results.claims[this.#at] as ColumnRange;
    if ((range.hi[firm] as number) > 0) this.#sum.add(range, firm);
    if ((range.lo[firm] as number) <= 0) return;
    this.#firms++;
    if (this.#firms > MOST_CLAIMS) this.#claims = [];
    else this.#claims.push(this.#claim(yuanOf(floorInt(exactEnds(range, firm).lo)), facts()));
  }

  #claim(want: string, facts: Facts): Claim {
    return { id: String(this.#firms), want, keys: this.#keys(facts, want) };
  }

  report(): PoolMoney {
    const claimed = this.#sum.value();
    const over = subtract(num(claimed.lo), num(this.#pool.budget));
    return {
      budget: this.#pool.budget,
      firms: this.#firms,
      claimed,
      over: sign(over) > 0 ? formatNum(over) : '0',
      ...this.#given(claimed.lo),
    };
  }

  #given(claimed: string): Pick<PoolMoney, 'paid' | 'left' | 'unserved'> {
    if (this.#firms <= MOST_CLAIMS) {
      const { paid, left, grants } = allocate(withoutSubs(this.#pool), this.#claims);
      return { paid, left, unserved: grants.filter((g) => sign(num(g.got)) === 0).length };
    }
    const isEnough = this.#pool.minGrant === undefined && compare(num(claimed), num(this.#pool.budget)) <= 0;
    const left = formatNum(subtract(num(this.#pool.budget), num(claimed)));
    return isEnough ? { paid: claimed, left, unserved: 0 } : {};
  }
}

/** A trial does not know which sub-pool a firm would name: all claims are on the pool itself. */
function withoutSubs({ sub: _, ...pool }: Pool): Pool {
  return pool;
}
