import type { Num } from '../policy/document.ts';
import { yuanOf } from '../pools/fen.ts';
import type { MoneyRange } from './impact-report.ts';

/** A sum of whole 分 that stays exact for any number of firms. */
export class FenSum {
  #whole = 0n;
  #part = 0;
  #endless = 0;

  add(fen: number): void {
    if (Math.abs(fen) > LARGEST) this.#addLarge(fen);
    else this.#part += fen;
    if (Math.abs(this.#part) > LARGEST) this.#carry();
  }

  value(): Num {
    if (this.#endless !== 0) return this.#endless > 0 ? 'inf' : '-inf';
    this.#carry();
    return yuanOf(this.#whole);
  }

  #addLarge(fen: number): void {
    if (Number.isFinite(fen)) this.#whole += BigInt(fen);
    else this.#endless = fen;
  }

  #carry(): void {
    this.#whole += BigInt(this.#part);
    this.#part = 0;
  }
}

const LARGEST = 2 ** 52;

/** Sums of both ends of an amount. */
export class RangeSum {
  readonly #lo = new FenSum();
  readonly #hi = new FenSum();

  add(lo: number, hi: number): void {
    this.#lo.add(lo);
    this.#hi.add(hi);
  }

  value(): MoneyRange {
    return { lo: this.#lo.value(), hi: this.#hi.value() };
  }
}
