import { DateInput } from '../../../shared/ui/date-input.tsx';
import { answer } from '../model/draft-session.ts';
import { fieldOf } from '../model/questions.ts';
import type { QuestionProps } from './question-props.ts';
import { useWords } from './use-words.ts';

export function DateQuestion({ question, draft }: QuestionProps) {
  const words = useWords(question);
  const state = draft.facts[question.id];
  return (
    <DateInput
      id={fieldOf(question.id)}
      label={words.ask}
      hint={words.hint}
      where={words.where}
      min="1900-01-01"
      max="2199-12-31"
      value={state && 'known' in state ? String(state.known) : undefined}
      onChange={(next) => answer(question.id, next === undefined ? undefined : { known: next })}
      unknown={state !== undefined && 'state' in state}
      onUnknownChange={(on) => answer(question.id, on ? { state: 'unknown' } : undefined)}
    />
  );
}
