import { uiMessages } from '../../../messages/ui-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../../shared/ui/choice-group.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { answer } from '../model/draft-session.ts';
import { fieldOf } from '../model/questions.ts';
import type { QuestionProps } from './question-props.ts';
import { useWords } from './use-words.ts';

const UNKNOWN = '?';
const FEW = 5;

/** One of several words: cards while there are few, a list otherwise. */
export function EnumQuestion({ question, draft }: QuestionProps) {
  const m = useMessages(uiMessages);
  const text = useText();
  const words = useWords(question);
  const state = draft.facts[question.id];
  const isUnknown = state !== undefined && 'state' in state;
  const known = state && 'known' in state ? String(state.known) : undefined;
  const values = (question.def.domain?.values ?? []).map((v) => ({ value: v.id, label: text(v.label) }));
  const field = { id: fieldOf(question.id), label: words.ask, hint: words.hint, where: words.where };
  const choose = (next: string | undefined): void =>
    answer(question.id, next === undefined ? undefined : next === UNKNOWN ? { state: 'unknown' } : { known: next });
  if (values.length <= FEW) {
    const choices = [...values, { value: UNKNOWN, label: m.notYet }];
    return <ChoiceGroup {...field} value={isUnknown ? UNKNOWN : known} onChange={choose} choices={choices} />;
  }
  return (
    <Select
      {...field}
      value={known}
      onChange={choose}
      options={values}
      unknown={isUnknown}
      onUnknownChange={(on) => choose(on ? UNKNOWN : undefined)}
    />
  );
}
