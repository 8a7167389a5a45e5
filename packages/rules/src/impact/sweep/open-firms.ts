import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import { columnStore } from '../../evaluate/columns/column-store.ts';
import { compileColumns } from '../../evaluate/columns/compile-columns.ts';
import { compare, num } from '../../number/rational.ts';
import type { Num } from '../../policy/document.ts';
import { compareCritical } from './critical-values.ts';
import { withFigure } from './figure-at.ts';
import type { Threshold } from './find-threshold.ts';
import type { Unsettled } from './moving-firms.ts';
import { addMeasures, type MeasureLayout, type Measures } from './outcome-measures.ts';
import type { Swept } from './swept.ts';
import { movesOfPasses, type TierMove, type Tiers, type TierWord, tierWord } from './tier-moves.ts';

/** Firms whose value is a range where the threshold has no open form: they are evaluated anew. */
export interface OpenFirms {
  /** What they come to together at a position. */
  sumAt(value: Num): Measures;
  /** Those whose tiers are not the same at all of some positions. */
  movesAlong(values: readonly Num[]): readonly TierMove[];
}

interface Judged {
  readonly measures: Measures;
  readonly tiers: TierWord;
}

/**
 * What such a firm comes to changes only where the figure passes an end of the range or a figure beside it in its table, so
 * each is evaluated once on either side of those, when the slider first gets there.
 */
export function oneByOne(s: Swept, t: Threshold, firms: readonly Unsettled[], layout: MeasureLayout): OpenFirms {
  const known = firms.map(() => new Map<string, Judged>());
  const judgedAt = (value: Num): readonly Judged[] => {
    const figure = num(value);
    const beside = t.neighbours.map((x) => compare(x, figure)).join();
    const doc = withFigure(s.doc, s.path, value);
    return firms.map(({ firm, value: { lo, hi, root } }, i) => {
      const ends = [lo, hi].map((of) => compareCritical({ root, of }, figure));
      const key = `${ends.join()} ${beside}`;
      const had = known[i]?.get(key);
      if (had) return had;
      const one = columnStore({ size: 1, facts: () => s.store.facts(firm) });
      const results = compileColumns(doc, s.dates, { target: 'reference' }).run(one);
      const made = { measures: layout.reader(results)(0), tiers: tierWord(results.tiers, 0) };
      known[i]?.set(key, made);
      return made;
    });
  };
  return {
    sumAt: (value) => {
      const sum: Measures = Array.from({ length: layout.size }, () => 0n);
      for (const { measures } of judgedAt(value)) addMeasures(sum, measures);
      return sum;
    },
    movesAlong: (values) => {
      const all = values.map(judgedAt);
      return firms.flatMap(({ firm }, i) => {
        const at = all.map((judged) => judged[i]?.tiers ?? '');
        return at.every((word) => word === at[0]) ? [] : [{ firm, at }];
      });
    },
  };
}

/** The same in a pass over all of them. */
export function together(s: Swept, firms: readonly Unsettled[], layout: MeasureLayout): OpenFirms {
  const some = columnStore({ size: firms.length, facts: (i) => s.store.facts(firms[i]?.firm ?? -1) });
  const pass = passes(
    (value) => compileColumns(withFigure(s.doc, s.path, value), s.dates, { target: s.target }).run(some),
    layout,
  );
  return {
    sumAt: (value) => pass(value).sum,
    movesAlong: (values) =>
      movesOfPasses(
        values.map((value) => pass(value).tiers),
        (i) => firms[i]?.firm ?? -1,
      ),
  };
}

/** What is kept of a pass over many firms. */
export interface Pass {
  readonly sum: Measures;
  readonly tiers: Tiers;
}

/** Passes at positions, each made once. */
export function passes(run: (value: Num) => ColumnResults, layout: MeasureLayout): (value: Num) => Pass {
  const known = new Map<Num, Pass>();
  return (value) => {
    const had = known.get(value);
    if (had) return had;
    const results = run(value);
    const made = { sum: layout.sum(results), tiers: results.tiers };
    known.set(value, made);
    return made;
  };
}
