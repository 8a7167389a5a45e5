import type { StepTime } from '@tidu/api/schemes/contract';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

/** The steps of a scheme as rungs, each with what it promises and what it has really taken. */
export function GuideSteps({ steps }: { readonly steps: readonly StepTime[] }) {
  const m = useMessages(schemesMessages);
  return (
    <ol className="mt-5">
      {steps.map((step, i) => (
        <li key={step.kind} className="relative flex gap-5 pb-7 last:pb-0">
          {i < steps.length - 1 && (
            <span aria-hidden="true" className="absolute top-9 bottom-0 left-[1.05rem] w-0.5 bg-celadon-glaze" />
          )}
          <span
            aria-hidden="true"
            className="flex size-9 shrink-0 items-center justify-center rounded-full border-2 border-celadon bg-raised font-semibold text-celadon tabular-nums"
          >
            {i + 1}
          </span>
          <div className="min-w-0 flex-1 pt-1">
            <h3 className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-body font-semibold">
              {m.step[step.kind] ?? step.kind}
              <span className="text-small font-normal text-ink-2 tabular-nums">
                {m.promised(String(step.limitDays))}
              </span>
              <span className="text-small font-normal text-celadon tabular-nums">
                {step.averageDays === undefined ? (
                  <span className="text-ink-3">{m.noneYet}</span>
                ) : (
                  m.really(String(step.averageDays))
                )}
              </span>
            </h3>
            <p className="mt-1 text-small text-ink-2">{m.stepText[step.kind]}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
