import { num } from '../../number/rational.ts';
import type { Num } from '../../policy/document.ts';
import type { Critical, CriticalValues } from './critical-values.ts';
import type { Threshold } from './find-threshold.ts';
import type { Unsettled } from './moving-firms.ts';
import { type SortedCritical, sortCritical } from './sorted-critical.ts';
import { type TierMove, type Tiers, type TierWord, tiersDiffer, tierWord } from './tier-moves.ts';

/** A firm whose tiers turn where the figure passes one of its critical values. */
export interface Turning {
  readonly firm: number;
  /** The value that is met last comes last. */
  readonly at: readonly Critical[];
  /** Its tiers where so many of them are met. */
  tiers(met: number): TierWord;
}

/** Settled firms turn once, from what missing the threshold gives them to what meeting it gives them. */
export function turningOnce(critical: CriticalValues, met: Tiers, missed: Tiers, size: number): readonly Turning[] {
  const found: Turning[] = [];
  for (let firm = 0; firm < size; firm++) {
    if (!tiersDiffer(met, missed, firm)) continue;
    const at = critical.of(firm);
    if (at === 'none' || 'lo' in at) continue;
    found.push({ firm, at: [at], tiers: (count) => tierWord(count === 0 ? missed : met, firm) });
  }
  return found;
}

interface Outcomes {
  readonly met: Tiers;
  readonly missed: Tiers;
  /** Of the unsettled firms alone. */
  readonly open: Tiers;
}

/** A range of values turns at its better end to open, and at its worse end to met; one that may not apply never does. */
export function turningTwice(
  { op }: Threshold,
  { met, missed, open }: Outcomes,
  unsettled: readonly Unsettled[],
): readonly Turning[] {
  const rises = op === 'ge' || op === 'gt';
  return unsettled.flatMap(({ firm, value: { lo, hi, na, root } }, i) => {
    if (!tiersDiffer(open, missed, i, firm) && !tiersDiffer(open, met, i, firm)) return [];
    const ends = (rises ? [hi, lo] : [lo, hi]).map((of) => ({ root, of }));
    const tiers = (count: number): TierWord =>
      count === 1 ? tierWord(open, i) : tierWord(count === 0 ? missed : met, firm);
    return [{ firm, at: na ? ends.slice(0, 1) : ends, tiers }];
  });
}

interface End {
  readonly at: Critical;
  readonly of: number;
}

/** Which firms turn between some positions of the slider, and what they hold at each. */
export function movesOfTurning(
  turning: readonly Turning[],
  op: Threshold['op'],
  values: readonly Num[],
): readonly TierMove[] {
  const byRoot = new Map<number, End[]>();
  turning.forEach(({ at }, of) => {
    for (const each of at) {
      const ends = byRoot.get(each.root) ?? [];
      ends.push({ at: each, of });
      byRoot.set(each.root, ends);
    }
  });
  const counts = turning.map(() => new Uint8Array(values.length));
  for (const ends of byRoot.values()) countMet(sortCritical(ends), op, values, counts);
  return turning.flatMap(({ firm, tiers }, i) => {
    const met = counts[i] as Uint8Array;
    if (met.every((count) => count === met[0])) return [];
    const words = [0, 1, 2].map((count) => (met.includes(count) ? tiers(count) : ''));
    const at = Array.from(met, (count) => words[count] ?? '');
    return at.every((word) => word === at[0]) ? [] : [{ firm, at }];
  });
}

function countMet(
  { entries, splitAt }: SortedCritical<End>,
  op: Threshold['op'],
  values: readonly Num[],
  counts: readonly Uint8Array[],
): void {
  const rises = op === 'ge' || op === 'gt';
  values.forEach((value, p) => {
    const { below, upTo } = splitAt(num(value));
    const edge = op === 'ge' || op === 'lt' ? below : upTo;
    const [from, to] = rises ? [edge, entries.length] : [0, edge];
    for (let i = from; i < to; i++) {
      const count = counts[entries[i]?.of ?? -1];
      if (count) count[p] = (count[p] ?? 0) + 1;
    }
  });
}
