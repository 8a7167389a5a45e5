import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import type { Question } from '../model/questions.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { QuestionField } from './question-field.tsx';

interface FoldedQuestionsProps {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly check: SelfCheck;
}

/** Questions that most firms may leave: folded away, still there. */
export function FoldedQuestions({ title, questions, check }: FoldedQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <Disclosure summary={title}>
      <div className="space-y-8 py-3 text-body text-ink">
        {questions.map((question) => (
          <QuestionField key={question.id} question={question} check={check} />
        ))}
      </div>
    </Disclosure>
  );
}
