import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import { num, type Rational } from '../../number/rational.ts';
import type { Num } from '../../policy/document.ts';
import { type CriticalValues, criticalValues } from './critical-values.ts';
import type { Threshold } from './find-threshold.ts';
import { addMoving, type Moving, moveAtEnds, type Unsettled } from './moving-firms.ts';
import { oneByOne, together } from './open-firms.ts';
import { addMeasures, type MeasureLayout, type Measures, sameOutcome } from './outcome-measures.ts';
import { type SortedCritical, sortCritical } from './sorted-critical.ts';
import type { Swept } from './swept.ts';
import type { TierMove } from './tier-moves.ts';
import { movesOfTurning, turningOnce, turningTwice } from './turning-firms.ts';

interface PartedSweep {
  readonly reach?: { readonly least: number; readonly most: number };
  /** Whether no position takes a pass of its own. */
  readonly isInstant: boolean;
  /** What all firms together come to at a position. */
  sumAt(value: Num): Measures;
  /** The firms whose tiers are not the same at all of some positions. */
  movesAlong(values: readonly Num[]): readonly TierMove[];
}

/**
 * A threshold splits the firms into those that meet it and those that miss it, and what either gives a firm does not
 * depend on the figure. So two passes and a sort answer every position: sums over the firms on either side. Firms whose
 * value is a range in a table, or is marks, are evaluated by themselves; with more than `mostUnsettled` of them in a pass
 * for each position.
 */
export function sweepThreshold(s: Swept, t: Threshold, layout: MeasureLayout, mostUnsettled: number): PartedSweep {
  const [met, missed] = [t.met, t.missed].map((doc) =>
    compileColumns(doc, s.dates, { target: s.target }).run(s.store),
  ) as [ColumnResults, ColumnResults];
  const critical = criticalValues(s.doc, s.dates, t.of, s.store, s.target);
  const parts = partedFirms(critical, met, missed, layout);
  const { unsettled } = parts;
  const open = t.open && moveAtEnds(s, t, { met, missed, open: t.open }, layout, parts);
  const isInstant = open !== undefined || unsettled.length <= mostUnsettled;
  const groups = [...parts.moving].map(([, entries]) => groupOf(entries, layout));
  const anew = open ? undefined : isInstant ? oneByOne(s, t, unsettled, layout) : together(s, unsettled, layout);
  const sumAt = (value: Num): Measures => {
    const figure = num(value);
    const sum = parts.base.slice();
    for (const group of groups) addGroup(sum, group, t.op, figure);
    if (anew) addMeasures(sum, anew.sumAt(value));
    return sum;
  };
  const movesAlong = (values: readonly Num[]): readonly TierMove[] => {
    const once = turningOnce(critical, met.tiers, missed.tiers, met.size);
    const twice = open ? turningTwice(t, { met: met.tiers, missed: missed.tiers, open }, unsettled) : [];
    return [...movesOfTurning([...once, ...twice], t.op, values), ...(anew?.movesAlong(values) ?? [])];
  };
  const least = Math.min(...groups.map((g) => g.sorted.least));
  const most = Math.max(...groups.map((g) => g.sorted.most));
  return { isInstant, sumAt, movesAlong, ...(least <= most ? { reach: { least, most } } : {}) };
}

interface Parted {
  /** All settled firms as if they missed it. */
  readonly base: Measures;
  /** By the root their values stand under. */
  readonly moving: Map<number, Moving[]>;
  readonly unsettled: Unsettled[];
}

function partedFirms(
  critical: CriticalValues,
  met: ColumnResults,
  missed: ColumnResults,
  layout: MeasureLayout,
): Parted {
  const base = layout.sum(missed);
  const moving = new Map<number, Moving[]>();
  const unsettled: Unsettled[] = [];
  const [ifMet, ifMissed] = [layout.reader(met), layout.reader(missed)];
  const isSame = sameOutcome(met, missed);
  for (let firm = 0; firm < met.size; firm++) {
    // A value that is not settled may leave open what it decides neither way, so such firms are always looked at.
    if (critical.isSettled(firm) && isSame(firm)) continue;
    const at = critical.of(firm);
    if (at === 'none') continue;
    if ('lo' in at) {
      unsettled.push({ firm, value: at });
      addMeasures(base, ifMissed(firm), -1n);
      continue;
    }
    addMoving(moving, at, ifMet(firm), ifMissed(firm));
  }
  return { base, moving, unsettled };
}

interface Group {
  readonly sorted: SortedCritical<Moving>;
  /** For each number of values from the start: what they all gain. */
  readonly sums: readonly Measures[];
}

function groupOf(entries: readonly Moving[], layout: MeasureLayout): Group {
  const sorted = sortCritical(entries);
  let sum: Measures = Array.from({ length: layout.size }, () => 0n);
  const sums = [sum];
  for (const { gain } of sorted.entries) {
    sum = sum.slice();
    addMeasures(sum, gain);
    sums.push(sum);
  }
  return { sorted, sums };
}

function addGroup(into: Measures, { sorted, sums }: Group, op: Threshold['op'], figure: Rational): void {
  const { below, upTo } = sorted.splitAt(figure);
  const rises = op === 'ge' || op === 'gt';
  const edge = op === 'ge' || op === 'lt' ? below : upTo;
  const first = sums[edge] as Measures;
  if (!rises) return addMeasures(into, first);
  addMeasures(into, sums.at(-1) as Measures);
  addMeasures(into, first, -1n);
}
