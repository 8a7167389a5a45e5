import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../../shared/ui/choice-group.tsx';
import { VerdictBadge } from '../../../shared/ui/verdict-badge.tsx';
import { answer } from '../model/draft-session.ts';
import { fieldOf, type Question } from '../model/questions.ts';
import type { QuestionProps } from './question-props.ts';
import { useWords } from './use-words.ts';

/** An open norm: the firm gives its own view, a person decides in the end. */
export function JudgementQuestion({ question, draft }: QuestionProps<Question>) {
  const m = useMessages(selfCheckMessages);
  const words = useWords(question);
  const state = draft.facts[question.id];
  const value = state === undefined ? undefined : 'known' in state ? (state.known === true ? 'yes' : 'no') : 'unknown';
  const { yes, no, unknown } = m.judgementAnswer;
  return (
    <ChoiceGroup
      id={fieldOf(question.id)}
      label={
        <>
          {words.ask} <VerdictBadge verdict="judgement" />
        </>
      }
      hint={words.hint}
      value={value}
      onChange={(next) => answer(question.id, next === 'unknown' ? { state: 'unknown' } : { known: next === 'yes' })}
      choices={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
        { value: 'unknown', label: unknown },
      ]}
    />
  );
}
