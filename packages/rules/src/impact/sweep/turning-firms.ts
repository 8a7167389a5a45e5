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
  const always = new Uint8Array(turning.length);
  const passed = new Map<number, (readonly boolean[])[]>();
  for (const ends of byRoot.values()) notePassed(sortCritical(ends), op, values, { always, passed });
  return [...passed].flatMap(([i, ends]) => {
    const { firm, tiers } = turning[i] as Turning;
    const words: TierWord[] = [];
    const at = values.map((_, p) => {
      const met = ends.reduce((count, isMet) => count + Number(isMet[p]), always[i] as number);
      words[met] ??= tiers(met);
      return words[met] as TierWord;
    });
    return at.every((word) => word === at[0]) ? [] : [{ firm, at }];
  });
}

interface Passed {
  /** How many ends are met at every position. */
  readonly always: Uint8Array;
  /** Of those met at some positions alone: at which. */
  readonly passed: Map<number, (readonly boolean[])[]>;
}

function notePassed(
  { entries, splitAt }: SortedCritical<End>,
  op: Threshold['op'],
  values: readonly Num[],
  { always, passed }: Passed,
): void {
  const rises = op === 'ge' || op === 'gt';
  const edges = values.map((value) => {
    const { below, upTo } = splitAt(num(value));
    return op === 'ge' || op === 'lt' ? below : upTo;
  });
  const [least, most] = [Math.min(...edges), Math.max(...edges)];
  entries.forEach(({ of }, i) => {
    if (i >= least && i < most) {
      const ends = passed.get(of) ?? [];
      ends.push(edges.map((edge) => (rises ? i >= edge : i < edge)));
      passed.set(of, ends);
    } else if (i >= most === rises) always[of] = (always[of] as number) + 1;
  });
}
