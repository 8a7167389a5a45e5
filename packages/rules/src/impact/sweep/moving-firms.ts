import type { ColumnBackend } from '../../evaluate/columns/column-backend.ts';
import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import { type ColumnStore, columnStore } from '../../evaluate/columns/column-store.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import type { Val } from '../../evaluate/value.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import type { Critical } from './critical-values.ts';
import type { Threshold } from './find-threshold.ts';
import { addMeasures, type MeasureLayout, type Measures } from './outcome-measures.ts';

/** A figure up to which, or from which on, something is gained. */
export interface Moving {
  readonly at: Critical;
  /** What meeting the threshold adds to missing it. */
  readonly gain: Measures;
}

/** A firm whose value is a range. */
export interface Unsettled {
  readonly firm: number;
  readonly value: Val;
}

/** Notes what one value moves, unless it moves nothing. */
export function addMoving(moving: Map<number, Moving[]>, at: Critical, ifMet: Measures, ifMissed: Measures): void {
  const gain = ifMet.slice();
  addMeasures(gain, ifMissed, -1n);
  if (gain.every((each) => each === 0n)) return;
  const group = moving.get(at.root) ?? [];
  group.push({ at, gain });
  moving.set(at.root, group);
}

interface Parts {
  readonly base: Measures;
  readonly moving: Map<number, Moving[]>;
  readonly unsettled: readonly Unsettled[];
}

interface Outcomes {
  readonly met: ColumnResults;
  readonly missed: ColumnResults;
  readonly open: PolicyDoc;
}

interface Place {
  readonly dates: Dates;
  readonly store: ColumnStore;
  readonly target: ColumnBackend;
}

/**
 * A range of values is certainly met on one side of its worse end, certainly missed on the other side of its better end, and
 * open in between. So a third pass, of these firms alone, answers every position for them too; gives their tiers in it.
 */
export function moveAtEnds(
  { dates, store, target }: Place,
  { op }: Threshold,
  { met, missed, open }: Outcomes,
  layout: MeasureLayout,
  { base, moving, unsettled: firms }: Parts,
): ColumnResults['tiers'] {
  if (firms.length === 0) return [];
  const some = columnStore({ size: firms.length, facts: (i) => store.facts(firms[i]?.firm ?? -1) });
  const opened = compileColumns(open, dates, { target }).run(some);
  const ifOpen = layout.reader(opened);
  const [ifMet, ifMissed] = [layout.reader(met), layout.reader(missed)];
  const rises = op === 'ge' || op === 'gt';
  firms.forEach(({ firm, value: { lo, hi, na, root } }, i) => {
    const [worse, better] = rises ? [lo, hi] : [hi, lo];
    const missing = ifMissed(firm);
    addMeasures(base, missing);
    addMoving(moving, { root, of: better }, ifOpen(i), missing);
    // What may not apply never certainly meets it.
    if (!na) addMoving(moving, { root, of: worse }, ifMet(firm), ifOpen(i));
  });
  return opened.tiers;
}
