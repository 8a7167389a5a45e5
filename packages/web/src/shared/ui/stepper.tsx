import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { CheckIcon, WarnIcon } from './icons.tsx';

export type StepState = 'done' | 'open' | 'error';
export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: StepState;
}

interface StepperProps {
  readonly steps: readonly Step[];
  readonly current: string;
  readonly onGo: (id: string) => void;
  readonly label: string;
}

const DOT: Record<StepState, string> = {
  done: 'bg-celadon text-on-celadon border-celadon',
  open: 'bg-raised text-ink-2 border-line-strong',
  error: 'bg-seal-soft text-seal border-seal',
};

/** Steps of a form as a row of rungs; every step may be visited at any time, by Tab and Enter. */
export function Stepper({ steps, current, onGo, label }: StepperProps) {
  const m = useMessages(uiMessages);
  const word: Record<StepState, string> = { done: m.stepDone, open: m.stepOpen, error: m.stepError };
  const at = steps.findIndex((step) => step.id === current);
  return (
    <nav aria-label={label}>
      <p className="mb-2 text-small text-ink-2 sm:hidden">
        {m.stepOf(at + 1, steps.length)}
        <span className="ml-2 font-medium text-ink">{steps[at]?.label}</span>
      </p>
      <ol className="flex gap-1 sm:gap-2">
        {steps.map((step, i) => {
          const now = step.id === current;
          return (
            <li key={step.id} className="min-w-0 flex-1">
              <button
                type="button"
                aria-current={now ? 'step' : undefined}
                onClick={() => onGo(step.id)}
                className={`group flex w-full flex-col gap-2 border-t-4 pt-2 text-left text-small ${now ? 'border-celadon' : step.state === 'done' ? 'border-celadon-glaze' : step.state === 'error' ? 'border-seal' : 'border-line'}`}
              >
                <span className="flex min-h-6 items-center gap-2">
                  <span
                    className={`inline-flex size-6 shrink-0 items-center justify-center rounded-full border text-caption ${DOT[step.state]}`}
                  >
                    {step.state === 'done' ? (
                      <CheckIcon className="size-3.5" />
                    ) : step.state === 'error' ? (
                      <WarnIcon className="size-3.5" />
                    ) : (
                      i + 1
                    )}
                  </span>
                  <span
                    className={`hidden min-w-0 sm:block ${now ? 'font-semibold text-ink' : 'text-ink-2 group-hover:text-celadon'}`}
                  >
                    {step.label}
                  </span>
                </span>
                <span className="sr-only">
                  <span className="sm:hidden">{step.label}</span> {now ? m.stepNow : word[step.state]}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
