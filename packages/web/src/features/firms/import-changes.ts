import type { FirmFact } from '@tidu/api/firms/facts/contract';
import type { FactDef, FactState, SeriesInput, SheetColumn } from '@tidu/rules';
import type { UnderstoodFirm } from '../self-check/import/understand-sheet.ts';
import { type Changes, type Figure, figureOf } from './facts/changes.ts';

/** One figure of a sheet beside what is on file. */
export interface ImportedFigure {
  readonly key: string;
  readonly column: SheetColumn;
  readonly def: FactDef | undefined;
  readonly before: Figure;
  readonly after: Figure;
}

export interface ImportPlan {
  readonly changes: Changes;
  readonly changed: readonly ImportedFigure[];
  readonly same: number;
  /** Cells that could not be read: their figures keep what is on file. */
  readonly unread: number;
}

/** What a sheet would change of a firm's figures; judgements and cells that cannot be read change nothing. */
export function planImport({ firm, cells }: UnderstoodFirm, onFile: ReadonlyMap<string, FirmFact>): ImportPlan {
  const figures = cells.flatMap(({ column, problem }): ImportedFigure[] => {
    const { fact, year, key, def } = column;
    if (fact === undefined || def === undefined || problem) return [];
    const after = figureIn(firm.facts[fact], year);
    return after ? [{ key, column, def, before: figureOf(onFile.get(key)), after }] : [];
  });
  const changed = figures.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  return {
    changes: Object.fromEntries(changed.map(({ key, after }) => [key, after])),
    changed,
    same: figures.length - changed.length,
    unread: cells.filter(({ problem }) => problem).length,
  };
}

function figureIn(state: FactState | undefined, year: string | undefined): Figure | undefined {
  if (!state || 'disputed' in state) return undefined;
  if ('state' in state) return { state: state.state };
  if (year === undefined) return { state: 'known', value: state.known };
  const value = (state.known as SeriesInput)[year];
  if (value === undefined) return undefined;
  if (value === null) return { state: 'unknown' };
  return value === 'notApplicable' ? { state: 'notApplicable' } : { state: 'known', value };
}
