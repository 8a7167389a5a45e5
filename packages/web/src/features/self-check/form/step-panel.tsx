import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { answer } from '../model/draft-session.ts';
import { amountsOf, type Question } from '../model/questions.ts';
import type { StepView } from '../model/steps.ts';
import type { SelfCheck } from '../model/use-self-check.ts';
import { FoldedQuestions } from './folded-questions.tsx';
import { QuestionField } from './question-field.tsx';
import { UnitSwitch } from './unit-switch.tsx';
import { useHeldPlaces } from './use-held-places.ts';

interface StepPanelProps {
  readonly step: StepView;
  readonly check: SelfCheck;
}

/** The questions of one step: those that matter now, those assumed, those that no longer matter. */
export function StepPanel({ step, check }: StepPanelProps) {
  const m = useMessages(selfCheckMessages);
  const { show } = useAnnouncer();
  const { placed, hold } = useHeldPlaces(step, check.questions);
  const records = placed.asked.filter(isRecord);
  const amounts = amountsOf(check.questions, step.id);
  const [first] = amounts;
  const denyAll = (): void => {
    for (const question of records) answer(question.id, { known: false });
    show(m.noneDone);
  };
  return (
    <div onFocusCapture={hold} onPointerDownCapture={hold}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="step-title" tabIndex={-1} className="text-h2">
          {m.step[step.id]}
        </h2>
        {step.id === 'project' && <span className="text-small text-ink-2">{m.optionalStep}</span>}
        <span className="ml-auto text-small text-ink-2">{m.progress(String(step.answered), String(step.total))}</span>
      </div>
      <p className="mt-1 text-ink-2">{m.stepLead[step.id]}</p>
      {records.length > 1 && records.length === placed.asked.length && (
        <div className="mt-4">
          <Button onClick={denyAll}>{m.noneOfThese}</Button>
        </div>
      )}
      {first && amounts.length > 1 && (
        <div className="mt-4">
          <UnitSwitch
            ids={amounts.map((q) => q.id)}
            currency="CNY"
            label={m.step[step.id]}
            unit={check.draft.units[first.id] ?? 'wan'}
          />
        </div>
      )}
      <div className="mt-7 space-y-9">
        {placed.asked.map((question) => (
          <QuestionField key={question.id} question={question} check={check} />
        ))}
      </div>
      <div className="mt-8 space-y-4">
        <FoldedQuestions title={m.assumedTitle(placed.assumed.length)} questions={placed.assumed} check={check} />
        <FoldedQuestions title={m.settledTitle(placed.settled.length)} questions={placed.settled} check={check} />
      </div>
    </div>
  );
}

/** A yes/no question about something that most firms never had. */
const isRecord = (q: Question): boolean => q.kind === 'fact' && q.def.type === 'bool' && q.assumed !== undefined;
