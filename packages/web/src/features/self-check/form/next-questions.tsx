import { nextQuestionsAfter } from '@tidu/rules';
import { useDeferredValue, useMemo } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { ArrowIcon } from '../../../shared/ui/icons.tsx';
import { seriesOf } from '../model/founding.ts';
import type { Question } from '../model/questions.ts';
import type { SelfCheck } from '../model/use-self-check.ts';

interface NextQuestionsProps {
  readonly check: SelfCheck;
  readonly onGo: (question: Question) => void;
  /** Without a heading of its own, where one stands above. */
  readonly bare?: boolean;
}

/** The two or three answers that would settle most, as buttons into their fields. */
export function NextQuestions({ check, onGo, bare }: NextQuestionsProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const facts = useDeferredValue(check.facts);
  const { results } = check;
  const next = useMemo(() => nextQuestionsAfter(results, { max: 3 }), [results]);
  const asked = next.flatMap(({ fact }) => check.questions.filter((q) => q.id === fact));
  if (asked.length === 0) return bare ? <p>{m.nextNone}</p> : null;
  return (
    <section>
      {!bare && <h3 className="text-body font-semibold">{m.nextTitle}</h3>}
      <ul className="mt-2 space-y-2">
        {asked.map((question) => (
          <li key={question.id}>
            <button
              type="button"
              onClick={() => onGo(question)}
              className="group flex min-h-11 w-full items-center justify-between gap-3 rounded-2 border border-amber-glaze bg-amber-soft px-3 py-2 text-left text-small hover:border-amber"
            >
              <span>{labelOf(question)}</span>
              <ArrowIcon className="size-4 text-amber" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

  /** A series is named with the years still open. */
  function labelOf(question: Question): string {
    const label = text(question.label);
    if (question.kind !== 'fact' || question.years.length === 0) return label;
    const given = seriesOf(facts[question.id]);
    const open = question.years.filter((year) => typeof given[year] !== 'string');
    return open.length === 0 || open.length === question.years.length
      ? label
      : m.nextYears(label, open.join(m.yearJoin));
  }
}
