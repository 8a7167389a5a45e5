import { compare, type Rational, toDouble } from '../../number/rational.ts';
import { type Critical, compareCritical } from './critical-values.ts';

/** Firms whose value lies below the figure come first: `below` of them lie below it, `upTo` below or at it. */
export interface Split {
  readonly below: number;
  readonly upTo: number;
}

/** Critical values under one root in ascending order. */
export interface SortedCritical {
  /** The firms in that order. */
  readonly firms: readonly number[];
  splitAt(figure: Rational): Split;
  readonly least: number;
  readonly most: number;
}

/** Sorts critical values by their exact order; doubles decide wherever they are clearly apart. */
export function sortCritical(entries: readonly { readonly firm: number; readonly at: Critical }[]): SortedCritical {
  const keyed = entries.map((e) => ({ ...e, near: toDouble(e.at.of) }));
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
  const shown = (entry: (typeof keyed)[number] | undefined): number => (entry ? figureOf(entry.at, entry.near) : 0);
  return {
    firms: keyed.map((e) => e.firm),
    splitAt: (figure) => ({ below: first((c) => c >= 0, figure), upTo: first((c) => c > 0, figure) }),
    least: shown(keyed[0]),
    most: shown(keyed.at(-1)),
  };
}

const figureOf = ({ root }: Critical, near: number): number =>
  root === 1 ? near : near ** (1 / Math.max(root, 1)) - 1;
