import type { Facts, SeriesInput } from '@tidu/rules';
import type { FactRow } from './queries.ts';

/** One figure as it is to be recorded. */
export interface FactCell {
  readonly factId: string;
  readonly year: string;
  readonly state: FactRow['state'];
  readonly value: string | null;
}

/** Facts as single figures: a series gives one for each of its years. What is disputed is as good as unknown here. */
export const cellsOf = (facts: Facts): readonly FactCell[] =>
  Object.entries(facts).flatMap(([factId, state]): FactCell[] => {
    const open = (of: 'unknown' | 'notApplicable', year = '') => ({ factId, year, state: of, value: null });
    if ('state' in state) return [open(state.state)];
    if ('disputed' in state) return [open('unknown')];
    const { known } = state;
    if (typeof known !== 'object' || Array.isArray(known))
      return [{ factId, year: '', state: 'known', value: JSON.stringify(known) }];
    return Object.entries(known as SeriesInput).map(([year, figure]) => {
      if (figure === null) return open('unknown', year);
      if (figure === 'notApplicable') return open('notApplicable', year);
      return { factId, year, state: 'known', value: JSON.stringify(figure) };
    });
  });
