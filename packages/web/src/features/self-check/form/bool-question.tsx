import { type YesNo, YesNoGroup } from '../../../shared/ui/choice-group.tsx';
import { answer } from '../model/draft-session.ts';
import { fieldOf } from '../model/questions.ts';
import type { QuestionProps } from './question-props.ts';
import { useWords } from './use-words.ts';

export function BoolQuestion({ question, draft }: QuestionProps) {
  const words = useWords(question);
  const state = draft.facts[question.id];
  const value: YesNo | undefined =
    state === undefined ? undefined : 'known' in state ? (state.known === true ? 'yes' : 'no') : 'unknown';
  return (
    <YesNoGroup
      id={fieldOf(question.id)}
      label={words.ask}
      hint={words.hint}
      where={words.where}
      value={value}
      onChange={(next) => answer(question.id, next === 'unknown' ? { state: 'unknown' } : { known: next === 'yes' })}
    />
  );
}
