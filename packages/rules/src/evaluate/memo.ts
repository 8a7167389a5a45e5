import type { Id } from '../policy/document.ts';
import type { FactState, Facts } from '../policy/facts.ts';

/**
 * What was worked out for one firm, part by part of the document. Where a firm that differs in a few facts has been
 * worked out before, what reads none of them is taken over.
 *
 * INVARIANT (taken over is worked out): a part depends on nothing but the document, the days and the facts it reads.
 */
export class Memo<K extends object, T> {
  readonly #reads: (key: K) => readonly Id[];
  readonly #changed: ReadonlySet<Id>;
  // The results alone, not the other memo: a chain of firms would keep all of them.
  readonly #before: ReadonlyMap<K, T> | undefined;
  readonly #isBrief: boolean;
  #own: Map<K, T> | undefined;

  /** `isBrief`: nothing will be near this one, so what is taken over is not kept for the next. */
  constructor(reads: (key: K) => readonly Id[], changed: ReadonlySet<Id>, before?: Memo<K, T>, isBrief = false) {
    this.#reads = reads;
    this.#changed = changed;
    this.#isBrief = isBrief;
    this.#before = before === undefined ? undefined : before.#own;
  }

  /** What is known of a part, by itself or from before. */
  find(key: K): T | undefined {
    const had = this.#own?.get(key);
    if (had !== undefined) return had;
    const value = this.#before?.get(key);
    if (value === undefined || this.#isChanged(key)) return undefined;
    return this.#isBrief ? value : this.keep(key, value);
  }

  keep(key: K, value: T): T {
    this.#own ??= new Map();
    this.#own.set(key, value);
    return value;
  }

  #isChanged(key: K): boolean {
    for (const id of this.#reads(key)) if (this.#changed.has(id)) return true;
    return false;
  }
}

/** The facts whose states differ between two firms. */
export function changedFacts(a: Facts, b: Facts): ReadonlySet<Id> {
  const changed = new Set<Id>();
  for (const id in a) if (!isSameState(a[id], b[id])) changed.add(id);
  for (const id in b) if (a[id] === undefined && b[id] !== undefined) changed.add(id);
  return changed;
}

/** States are never changed in place; of those made anew only single values are compared. */
function isSameState(a: FactState | undefined, b: FactState | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && 'known' in a && 'known' in b && a.known === b.known;
}
