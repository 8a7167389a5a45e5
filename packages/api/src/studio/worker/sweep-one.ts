import { type Dates, type SweepPoint, sweep } from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { completed, type TextOnTrial } from './completed.ts';
import { type Firms, find, madeUp } from './firms-to-try.ts';
import { populationOf } from './loaded-population.ts';
import { sweepValues } from './sweep-values.ts';

export interface Sweeping {
  readonly text: TextOnTrial;
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

/** One figure of a text at many positions. */
export function sweepOne(asked: Sweeping): Swept {
  const { text, dates, firms, path } = asked;
  const all =
    'key' in firms
      ? populationOf(find(firms.key), dates, firms.parks)
      : madeUp(firms, [text], dates, 0, firms.synthetic);
  const swept = sweep(text.doc, dates, path, completed(all, [text], dates), { target: columnsCodegen });
  const { value, mode, reach } = swept;
  const points = sweepValues(value, reach, asked).map((each) => swept.at(each));
  return { value, mode, reach: reach ?? null, firms: all.size, points };
}
