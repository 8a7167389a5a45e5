import type { Facts, Id } from '@tidu/rules';
import { seriesOf } from './founding.ts';
import { fieldOf, type Question, STEP_ORDER, type StepId } from './questions.ts';
import type { Followers } from './relevance.ts';

export interface StepView {
  readonly id: StepId;
  /** Questions to show. */
  readonly asked: readonly Question[];
  /** Answered for the firm until it says otherwise; folded away where the step has others. */
  readonly assumed: readonly Question[];
  /** Questions that no longer change anything. */
  readonly settled: readonly Question[];
  readonly answered: number;
  readonly total: number;
  readonly state: 'done' | 'open' | 'error';
}

interface Filled {
  readonly facts: Facts;
  readonly typed: Readonly<Record<string, string>>;
}

/** How far a question is answered; "don't know yet" is an answer. */
export function answerOf(question: Question, facts: Facts): 'none' | 'part' | 'full' {
  const state = facts[question.id];
  if (!state) return 'none';
  if (question.kind !== 'fact' || question.def.type !== 'series' || 'state' in state) return 'full';
  const given = seriesOf(state);
  const count = question.years.filter((year) => given[year] !== undefined).length;
  if (count === 0) return 'none';
  return count === question.years.length ? 'full' : 'part';
}

/** The form as it stands: which questions still matter, step by step. */
export function stepsOf(
  questions: readonly Question[],
  filled: Filled,
  open: ReadonlySet<Id>,
  followers: Followers,
): readonly StepView[] {
  const fields = Object.keys(filled.typed);
  const given = new Set(
    questions.filter((q) => answerOf(q, filled.facts) !== 'none' || fields.some((field) => isFieldOf(field, q.id))),
  );
  const isGiven = (q: Question): boolean => given.has(q);
  const waits = (q: Question): boolean => (followers.get(q.id) ?? []).some((lead) => filled.facts[lead] === undefined);
  const shown = questions.filter((q) => isGiven(q) || !waits(q));
  return STEP_ORDER.map((id) =>
    stepOf(
      id,
      shown.filter((q) => q.step === id),
      { filled, open, isGiven },
    ),
  ).filter((step) => step.asked.length + step.assumed.length + step.settled.length > 0);
}

interface Around {
  readonly filled: Filled;
  readonly open: ReadonlySet<Id>;
  readonly isGiven: (q: Question) => boolean;
}

function stepOf(id: StepId, questions: readonly Question[], { filled, open, isGiven }: Around): StepView {
  const settled = questions.filter((q) => !isGiven(q) && !open.has(q.id));
  const live = questions.filter((q) => !settled.includes(q));
  const isAssumed = (q: Question): boolean => q.kind === 'fact' && q.assumed !== undefined;
  const fold = live.some((q) => !isAssumed(q));
  const asked = live.filter((q) => !fold || !isAssumed(q));
  const assumed = live.filter((q) => fold && isAssumed(q));
  const answered = asked.filter((q) => answerOf(q, filled.facts) === 'full').length;
  const wrong = Object.keys(filled.typed).some((field) => questions.some((q) => isFieldOf(field, q.id)));
  const done = answered === asked.length;
  return {
    id,
    asked,
    assumed,
    settled,
    answered,
    total: asked.length,
    state: wrong ? 'error' : done ? 'done' : 'open',
  };
}

/** Whether a DOM field belongs to a question: the field itself or one of its years. */
export const isFieldOf = (field: string, id: Id): boolean =>
  field === fieldOf(id) || /^-\d{4}$/.test(field.startsWith(fieldOf(id)) ? field.slice(fieldOf(id).length) : '');
