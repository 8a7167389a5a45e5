import type { FactDef } from '@tidu/rules';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { ReadFigure } from '../model/read-figure.ts';

type Problem = Extract<ReadFigure, { problem: string }>;

/** Says what is wrong with a figure and how to put it right. */
export function useProblemText(): (problem: Problem, def: Pick<FactDef, 'unit'>) => string {
  const m = useMessages(selfCheckMessages);
  const format = useFormat();
  return ({ problem, bound }, def) =>
    problem === 'below' || problem === 'above'
      ? m.problem[problem](format.measured(bound ?? '', def.unit ?? 'none'))
      : m.problem[problem];
}
