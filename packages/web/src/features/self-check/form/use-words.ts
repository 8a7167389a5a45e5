import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import type { Question } from '../model/questions.ts';

interface Words {
  readonly label: string;
  /** The question without its remark in brackets. */
  readonly ask: string;
  /** The remark, and an example. */
  readonly hint: string | undefined;
  readonly where: string | undefined;
}

const REMARK = /^(.*?[？?])\s*[（(](.+)[）)]\s*$/;

/** The words of a question in the language shown: the plain question first, what to count below it. */
export function useWords(question: Question): Words {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const format = useFormat();
  const whole = text(question.question);
  const [, ask = whole, remark] = REMARK.exec(whole) ?? [];
  const example = exampleOf(question);
  const shown = example && m.example(format.measured(example.value, example.unit));
  return {
    label: text(question.label),
    ask,
    hint: [remark, shown].filter(Boolean).join(m.remarkJoin) || undefined,
    where: text(question.where) || undefined,
  };
}

function exampleOf(question: Question) {
  if (question.kind !== 'fact') return undefined;
  const { ask, unit = 'none' } = question.def;
  // An example of 0 says nothing.
  return ask?.example === undefined || ask.example === '0' ? undefined : { value: ask.example, unit };
}
