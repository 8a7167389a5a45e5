import type { StepTime } from '../schemes/contract.ts';
import type { StepOnTheWay } from './contract.ts';
import type { ApplicationEvent, ApplicationRow } from './queries.ts';
import type { ClockRow } from './read-case.ts';
import { STATES, type StateId } from './states.ts';

/** The step a state belongs to on the way to an answer. */
const STEP_OF: Partial<Record<StateId, string>> = {
  submitted: 'intake',
  returned: 'intake',
  'in-review': 'review',
  'in-panel': 'panel',
  'in-ranking': 'ranking',
  'in-decision': 'decision',
  'in-publicity': 'publicity',
  'under-objection': 'publicity',
};

/** A step in which a case ended without an answer of the office is not done. */
const ENDED_ON_THE_WAY: readonly StateId[] = ['withdrawn', 'lapsed'];

/** Where a case stands on its way, step by step, with the limits and what each has really taken on average. */
export function stepsOnTheWay(
  row: ApplicationRow,
  events: readonly ApplicationEvent[],
  clocks: readonly ClockRow[],
  times: readonly StepTime[],
): StepOnTheWay[] {
  const here = times.findIndex(({ kind }) => kind === STEP_OF[row.state]);
  const reached = new Set(events.map(({ to }) => STEP_OF[to]));
  const { terminal } = STATES[row.state];
  const last = times.findLastIndex(({ kind }) => reached.has(kind));
  return times.map(({ kind, limitDays, averageDays, cases }, i) => {
    const clock = clocks.filter((each) => each.kind === kind).at(-1);
    const isDone = reached.has(kind) && (here > i || (here < 0 && row.state !== 'draft'));
    const isStopped = i === last && ENDED_ON_THE_WAY.includes(row.state);
    const standing =
      here === i
        ? 'here'
        : isStopped
          ? 'stopped'
          : isDone
            ? 'done'
            : terminal || row.state === 'refused'
              ? 'left-out'
              : 'ahead';
    return {
      kind,
      standing,
      limitDays: clock?.limitDays ?? limitDays,
      ...(clock && (clock.endedOn !== null || clock.usedDays > 0) ? { usedDays: clock.usedDays } : {}),
      ...(here === i && clock?.dueOn ? { dueOn: clock.dueOn } : {}),
      ...(averageDays === undefined ? {} : { averageDays }),
      cases,
    };
  });
}
