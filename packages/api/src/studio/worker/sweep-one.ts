import { type Dates, type SweepPoint, sweep, sweepFollowing } from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { completed, keptPrograms, type TextOnTrial } from './completed.ts';
import { type Firms, find, madeUp } from './firms-to-try.ts';
import { populationOf } from './loaded-population.ts';
import { sweepValues } from './sweep-values.ts';

export interface Sweeping {
  readonly text: TextOnTrial;
  /** Policies that take facts from its result. */
  readonly following: readonly TextOnTrial[];
  readonly dates: Dates;
  readonly firms: Firms;
  readonly path: string;
  readonly from?: string;
  readonly to?: string;
  readonly steps?: number;
  readonly values?: readonly string[];
}

export interface Swept {
  readonly value: string;
  readonly mode: 'instant' | 'evaluated';
  readonly reach: { readonly least: number; readonly most: number } | null;
  readonly firms: number;
  readonly points: readonly SweepPoint[];
}

/** One figure of a text at many positions, with the money that follows from it in other policies. */
export function sweepOne(asked: Sweeping): Swept {
  const { text, following, dates, firms, path } = asked;
  const all =
    'key' in firms
      ? populationOf(find(firms.key), dates, firms.parks)
      : madeUp(firms, [text], dates, 0, firms.synthetic);
  const slider = sweep(text.doc, dates, path, completed(all, [text], dates), { target: columnsCodegen });
  const { value, mode, reach } = slider;
  const judging = { dates, programs: keptPrograms };
  const values = sweepValues(value, reach, asked);
  const points = sweepFollowing({ slider, doc: text.doc, following, firms: all }, values, judging);
  return { value, mode, reach: reach ?? null, firms: all.size, points };
}
