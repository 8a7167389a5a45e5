import type { Id } from '../policy/document.ts';
import type { FactState, Facts } from '../policy/facts.ts';

interface Kept<T> {
  readonly value: T;
  /** A firm it was worked out for, or holds for just as well. */
  facts: Facts;
}

/**
 * What was worked out for a firm, part by part of the document. Firms that differ in a few facts share one store: what
 * was worked out for another one holds where the part reads none of the facts that differ.
 *
 * INVARIANT (taken over is worked out): a part depends on nothing but the document, the days and the facts it reads.
 */
export class Memo<K extends object, T> {
  readonly #reads: (key: K) => readonly Id[];
  readonly #facts: Facts;
  readonly #shared: Map<K, Kept<T>>;
  readonly #isBrief: boolean;
  #own: Map<K, T> | undefined;

  /** `isBrief`: a firm made up for a moment, which leaves nothing in the store. */
  constructor(reads: (key: K) => readonly Id[], facts: Facts, near?: Memo<K, T>, isBrief = false) {
    this.#reads = reads;
    this.#facts = facts;
    this.#shared = near === undefined ? new Map() : near.#shared;
    this.#isBrief = isBrief;
  }

  find(key: K): T | undefined {
    const own = this.#own?.get(key);
    if (own !== undefined) return own;
    const kept = this.#shared.get(key);
    if (kept === undefined) return undefined;
    if (kept.facts === this.#facts) return kept.value;
    for (const id of this.#reads(key)) if (!isSameState(kept.facts[id], this.#facts[id])) return undefined;
    if (!this.#isBrief) kept.facts = this.#facts;
    return kept.value;
  }

  keep(key: K, value: T): T {
    if (this.#isBrief) {
      this.#own ??= new Map();
      this.#own.set(key, value);
    } else this.#shared.set(key, { value, facts: this.#facts });
    return value;
  }
}

/** States are never changed in place; of those made anew only single values are compared. */
function isSameState(a: FactState | undefined, b: FactState | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && 'known' in a && 'known' in b && a.known === b.known;
}
