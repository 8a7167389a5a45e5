import { compare, type Rational, toDouble } from '../../number/rational.ts';
import { type Critical, compareCritical } from './critical-values.ts';

/** Values that lie below the figure come first: `below` of them lie below it, `upTo` below or at it. */
export interface Split {
  readonly below: number;
  readonly upTo: number;
}

/** Critical values under one root in ascending order. */
export interface SortedCritical<T> {
  readonly entries: readonly T[];
  splitAt(figure: Rational): Split;
  /** Of those that are bounded, roughly. */
  readonly least: number;
  readonly most: number;
}

/** Sorts critical values by their exact order; doubles decide wherever they are clearly apart. */
export function sortCritical<T extends { readonly at: Critical }>(entries: readonly T[]): SortedCritical<T> {
  const keyed = entries.map((entry) => ({ entry, at: entry.at, near: toDouble(entry.at.of) }));
  keyed.sort((a, b) => {
    const apart = a.near - b.near;
    return Math.abs(apart) > 1e-12 * Math.abs(a.near) ? apart : compare(a.at.of, b.at.of);
  });
  const first = (isPast: (c: -1 | 0 | 1) => boolean, figure: Rational): number => {
    let [lo, hi] = [0, keyed.length];
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (isPast(compareCritical((keyed[mid] as (typeof keyed)[number]).at, figure))) hi = mid;
      else lo = mid + 1;
    }
    return lo;
  };
  const bounded = keyed.filter(({ near }) => Number.isFinite(near));
  const shown = (entry: (typeof keyed)[number] | undefined, none: number): number =>
    entry ? figureOf(entry.at, entry.near) : none;
  return {
    entries: keyed.map(({ entry }) => entry),
    splitAt: (figure) => ({ below: first((c) => c >= 0, figure), upTo: first((c) => c > 0, figure) }),
    least: shown(bounded[0], Number.POSITIVE_INFINITY),
    most: shown(bounded.at(-1), Number.NEGATIVE_INFINITY),
  };
}

const figureOf = ({ root }: Critical, near: number): number =>
  root === 1 ? near : near ** (1 / Math.max(root, 1)) - 1;
