import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { fieldOf } from '../model/questions.ts';
import { readFigure } from '../model/read-figure.ts';
import { isFieldOf, type StepView } from '../model/steps.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { StepPanel } from './step-panel.tsx';
import { useProblemText } from './use-problem-text.ts';

interface StepFormProps {
  readonly step: StepView;
  readonly check: SelfCheck;
  readonly onStep: (id: string) => void;
}

/** One step with its way on. A figure that cannot be read is named at the top, with a link into its field. */
export function StepForm({ step, check, onStep }: StepFormProps) {
  const m = useMessages(selfCheckMessages);
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const problems = useStepProblems(step, check);
  const at = check.steps.findIndex((each) => each.id === step.id);
  const next = check.steps[at + 1];
  const before = check.steps[at - 1];
  const goOn = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(problems.length > 0);
    if (problems.length > 0) return;
    if (next) onStep(next.id);
    else void navigate({ to: '/self-check/result' });
  };
  return (
    <form noValidate onSubmit={goOn}>
      {asked && problems.length > 0 && (
        <div className="mb-6">
          <ErrorSummary problems={problems} />
        </div>
      )}
      <StepPanel step={step} check={check} />
      <div className="mt-10 flex flex-wrap items-center gap-3 border-t border-line pt-6">
        {before && <Button onClick={() => onStep(before.id)}>{m.back}</Button>}
        <Button type="submit" look="primary">
          {next ? m.next(m.step[next.id]) : m.toResult}
        </Button>
        {next && (
          <Button look="quiet" onClick={() => void navigate({ to: '/self-check/result' })}>
            {m.toResult}
          </Button>
        )}
      </div>
    </form>
  );
}

function useStepProblems(step: StepView, { draft }: SelfCheck) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const say = useProblemText();
  return [...step.asked, ...step.assumed, ...step.settled].flatMap((question) => {
    if (question.kind !== 'fact') return [];
    return Object.entries(draft.typed).flatMap(([field, typed]) => {
      if (!isFieldOf(field, question.id)) return [];
      const read = readFigure(typed, question.def, draft.units[question.id] ?? 'wan');
      if (!('problem' in read)) return [];
      const year = field.slice(fieldOf(question.id).length + 1);
      const label = text(question.label);
      return [{ field, message: m.problemAt(year ? m.yearOfFigure(label, year) : label, say(read, question.def)) }];
    });
  });
}
