import { createLazyRoute, useNavigate, useSearch } from '@tanstack/react-router';
import type { Facts } from '@tidu/rules';
import { useDeferredValue, useEffect, useRef } from 'react';
import { selfCheckMessages } from '../../messages/self-check-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Stepper } from '../../shared/ui/stepper.tsx';
import { LinkNotice } from './form/link-notice.tsx';
import { LiveBar } from './form/live-bar.tsx';
import { LivePanel } from './form/live-panel.tsx';
import { PolicyGate } from './form/policy-gate.tsx';
import { SessionLine } from './form/session-line.tsx';
import { SetupFields } from './form/setup-fields.tsx';
import { StepForm } from './form/step-form.tsx';
import { seriesOf } from './model/founding.ts';
import { fieldOf, type Question } from './model/questions.ts';
import { useSelfCheck } from './model/use-self-check.ts';

export const Route = createLazyRoute('/self-check')({ component: SelfCheckPage });

/** The guided form with the result beside it. */
function SelfCheckPage() {
  const m = useMessages(selfCheckMessages);
  const check = useSelfCheck();
  const { step: wanted } = useSearch({ from: '/self-check' });
  const navigate = useNavigate();
  const focus = useRef<string>(undefined);
  const step = check.steps.find((each) => each.id === wanted) ?? check.steps[0];
  const goTo = (id: string, field = 'step-title'): void => {
    focus.current = field;
    if (step?.id === id) focusField(focus);
    else void navigate({ to: '/self-check', search: { step: id }, resetScroll: false });
  };
  const goToQuestion = (question: Question): void => goTo(question.step, firstFieldOf(question, check.facts));
  const shown = step?.id;
  // The reasons behind the result take longer than the form: the form is drawn first.
  const hasLive = useDeferredValue(check.questions.length > 0, false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the step that is shown
  useEffect(() => focusField(focus), [shown]);
  return (
    <div className="page-width pb-24">
      <PageHeader title={m.title} lead={m.lead}>
        <div className="mt-4">
          <SessionLine />
        </div>
      </PageHeader>
      <LinkNotice />
      <PolicyGate policies={check.policies}>
        <Stepper
          label={m.stepsLabel}
          current={shown ?? ''}
          steps={check.steps.map(({ id, state }) => ({ id, state, label: m.step[id] }))}
          onGo={(id) => goTo(id)}
        />
        <div className="mt-8 grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0">
            {shown === 'identity' && (
              <div className="mb-6">
                <SetupFields check={check} />
              </div>
            )}
            {step && <StepForm key={step.id} step={step} check={check} onStep={(id) => goTo(id)} />}
          </div>
          <aside aria-label={m.live} className="hidden lg:block">
            <div className="sticky top-4 max-h-[calc(100vh-2rem)] overflow-y-auto rounded-3 border border-line bg-surface p-5">
              <h2 className="mb-4 text-h3">
                {m.live}
                <span className="ml-2 text-small font-normal text-ink-2">{m.liveLead}</span>
              </h2>
              {hasLive && <LivePanel check={check} onGo={goToQuestion} />}
            </div>
          </aside>
        </div>
        {hasLive && <LiveBar check={check} onGo={goToQuestion} />}
      </PolicyGate>
    </div>
  );
}

/** Series have a field a year: the first that is open, else the last. */
function firstFieldOf(question: Question, facts: Facts): string {
  if (question.kind !== 'fact' || question.years.length === 0) return fieldOf(question.id);
  const given = seriesOf(facts[question.id]);
  return fieldOf(question.id, question.years.find((year) => typeof given[year] !== 'string') ?? question.years.at(-1));
}

function focusField(wanted: { current: string | undefined }): void {
  const target = wanted.current && document.getElementById(wanted.current);
  if (!target) return;
  wanted.current = undefined;
  target.closest('details')?.setAttribute('open', '');
  const first = target.tagName === 'FIELDSET' ? target.querySelector<HTMLElement>('input:checked, input') : null;
  (first ?? target).focus({ preventScroll: true });
  target.scrollIntoView({ block: target.id === 'step-title' ? 'start' : 'center' });
}
