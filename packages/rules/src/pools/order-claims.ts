import { compare, parseNum } from '../number/rational.ts';
import type { Id, Pool } from '../policy/document.ts';
import type { Claim, OpenClaim } from './claim.ts';

type Order = Pool['order'];

/**
 * Compares two key values: numbers exactly and before other text, other text by code units (ISO dates sort as dates).
 */
function compareKeys(a: string, b: string): number {
  const x = parseNum(a);
  const y = parseNum(b);
  if (x && y) return compare(x, y);
  if (x) return -1;
  if (y) return 1;
  return compareText(a, b);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order by the pool's keys alone; 0 means tied (并列). A claim without the key comes after those with it, either way. */
export function compareByKeys(order: Order, a: Claim, b: Claim): number {
  for (const { by, dir } of order) {
    const x = a.keys[by];
    const y = b.keys[by];
    if (x === undefined || y === undefined) {
      if (x !== y) return x === undefined ? 1 : -1;
      continue;
    }
    const c = compareKeys(x, y);
    if (c !== 0) return dir === 'asc' ? c : -c;
  }
  return 0;
}

/** Total order: the pool's keys, then the id. */
export const compareClaims = (order: Order, a: Claim, b: Claim): number =>
  compareByKeys(order, a, b) || compareText(a.id, b.id);

/** Ids of the claims that `same` finds equal to `at`, itself included; empty where it stands alone. */
export function tiedWith<C extends OpenClaim>(
  at: C,
  among: readonly C[],
  same: (a: C, b: C) => boolean,
): readonly Id[] {
  const ids = among.filter((c) => same(at, c)).map((c) => c.claim.id);
  return ids.length > 1 ? ids.sort(compareText) : [];
}
