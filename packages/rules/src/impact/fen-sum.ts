import type { ColumnRange } from '../evaluate/columns/column-results.ts';
import { add, divide, formatNum, fromInt, INF, NEG_INF, type Rational, ZERO } from '../number/rational.ts';
import type { Num } from '../policy/document.ts';
import type { MoneyRange } from './impact-report.ts';

/** A sum of 分 that stays exact for any number of firms and any amount. */
export class FenSum {
  #whole = 0n;
  #part = 0;
  /** What no double holds. */
  #rest = ZERO;

  add(fen: number): void {
    if (Math.abs(fen) > LARGEST) this.#addLarge(fen);
    else this.#part += fen;
    if (Math.abs(this.#part) > LARGEST) this.#carry();
  }

  addExact(fen: Rational): void {
    this.#rest = add(this.#rest, fen);
  }

  value(): Num {
    this.#carry();
    return formatNum(divide(add(this.#rest, fromInt(this.#whole)), HUNDRED));
  }

  #addLarge(fen: number): void {
    if (Number.isFinite(fen)) this.#whole += BigInt(fen);
    else this.addExact(fen > 0 ? INF : NEG_INF);
  }

  #carry(): void {
    this.#whole += BigInt(this.#part);
    this.#part = 0;
  }
}

const LARGEST = 2 ** 52;
const HUNDRED = fromInt(100);

/** Sums of both ends of an amount. */
export class RangeSum {
  readonly #lo = new FenSum();
  readonly #hi = new FenSum();

  add({ lo, hi, exact }: ColumnRange, firm: number): void {
    const own = exact?.get(firm);
    if (own === undefined) {
      this.#lo.add(lo[firm] as number);
      this.#hi.add(hi[firm] as number);
    } else {
      this.#lo.addExact(own.lo);
      this.#hi.addExact(own.hi);
    }
  }

  value(): MoneyRange {
    return { lo: this.#lo.value(), hi: this.#hi.value() };
  }
}
