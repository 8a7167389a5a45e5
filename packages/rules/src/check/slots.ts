import type { Id, Pred } from '../policy/document.ts';
import { ALL, type Interval, intersect } from './interval.ts';
import { keyOf, type Quantity } from './quantity.ts';

/** What one quantity, answer or other condition must be. */
export type Slot =
  | { readonly kind: 'figure'; readonly q: Quantity; readonly set: readonly Interval[]; readonly na: boolean }
  /** `words` are what is left of the answers; undefined while any word is. */
  | {
      readonly kind: 'word';
      readonly fact: Id;
      readonly words?: readonly string[];
      readonly not: readonly string[];
      readonly na: boolean;
    }
  | { readonly kind: 'other'; readonly node: Pred; readonly want: boolean };

export const nameOf = (slot: Slot): string =>
  slot.kind === 'figure' ? slot.q.key : slot.kind === 'word' ? `word ${slot.fact}` : keyOf(slot.node);

/** What is left of the line outside some stretches that stand in order. */
export function outside(set: readonly Interval[]): readonly Interval[] {
  return set.reduce<readonly Interval[]>(
    (left, x) =>
      intersect(
        left,
        [
          { ...ALL, hi: x.lo, hiOpen: !x.loOpen },
          { ...ALL, lo: x.hi, loOpen: !x.hiOpen },
        ],
        false,
      ),
    [ALL],
  );
}

/** Both at once; undefined where nothing meets both. */
export function joinSlots(a: Slot | undefined, b: Slot): Slot | undefined {
  if (b.kind === 'other') return a?.kind === 'other' && a.want !== b.want ? undefined : b;
  if (b.kind === 'figure') {
    const set = a?.kind === 'figure' ? intersect(a.set, b.set, b.q.whole) : b.set;
    const na = (a?.kind === 'figure' ? a.na : true) && b.na;
    return set.length === 0 && !na ? undefined : { ...b, set, na };
  }
  if (a?.kind !== 'word') return b.words?.length === 0 && !b.na ? undefined : b;
  const words = a.words && b.words ? a.words.filter((w) => b.words?.includes(w)) : (a.words ?? b.words);
  const no = [...a.not, ...b.not];
  const left = words?.filter((w) => !no.includes(w));
  const na = a.na && b.na;
  if (left?.length === 0 && !na) return undefined;
  return { kind: 'word', fact: b.fact, ...(left ? { words: left } : {}), not: no, na };
}
