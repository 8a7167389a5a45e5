import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { foundingYear } from '../model/founding.ts';
import { amountsOf, type Question, yearsOfStep } from '../model/questions.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { BoolQuestion } from './bool-question.tsx';
import { DateQuestion } from './date-question.tsx';
import { DoubtNotes } from './doubt-notes.tsx';
import { EnumQuestion } from './enum-question.tsx';
import { FigureQuestion } from './figure-question.tsx';
import { JudgementQuestion } from './judgement-question.tsx';
import { ListQuestion } from './list-question.tsx';
import { SeriesQuestion } from './series-question.tsx';

interface QuestionFieldProps {
  readonly question: Question;
  readonly check: SelfCheck;
}

/** One question of the form with what was noticed about its answer. */
export function QuestionField({ question, check }: QuestionFieldProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const doubts = check.doubts.filter((doubt) => doubt.question === question.id);
  const isAssumed =
    question.kind === 'fact' && question.assumed !== undefined && check.draft.facts[question.id] === undefined;
  return (
    <div data-question={question.id}>
      <QuestionInput question={question} check={check} />
      {isAssumed && question.kind === 'fact' && (
        <p className="mt-2 text-small text-ink-2">
          <span className="mr-1.5 rounded-1 border border-dashed border-amber bg-amber-soft px-1.5 text-caption text-amber">
            {m.assumedMark}
          </span>
          {text(question.assumed)}
        </p>
      )}
      <DoubtNotes doubts={doubts} questions={check.questions} />
    </div>
  );
}

function QuestionInput({ question, check }: QuestionFieldProps) {
  const { draft } = check;
  if (question.kind === 'judgement') return <JudgementQuestion question={question} draft={draft} />;
  switch (question.def.type) {
    case 'bool':
      return <BoolQuestion question={question} draft={draft} />;
    case 'enum':
      return <EnumQuestion question={question} draft={draft} />;
    case 'date':
      return <DateQuestion question={question} draft={draft} />;
    case 'series':
      return (
        <SeriesQuestion
          question={question}
          draft={draft}
          founded={foundingYear(check.questions, draft.facts)}
          columns={yearsOfStep(check.questions, question.step)}
          sharesUnit={amountsOf(check.questions, question.step).length > 1}
        />
      );
    case 'list':
      return <ListQuestion question={question} draft={draft} />;
    default:
      return <FigureQuestion question={question} draft={draft} />;
  }
}
