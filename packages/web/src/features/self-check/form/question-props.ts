import type { Draft } from '../model/draft.ts';
import type { Question } from '../model/questions.ts';

export type FactQuestion = Question & { readonly kind: 'fact' };

/** What every kind of question is drawn from. */
export interface QuestionProps<Q extends Question = FactQuestion> {
  readonly question: Q;
  readonly draft: Draft;
}
