import type { Application, StepOnTheWay } from '@tidu/api/applications/contract';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { schemesMessages } from '../../../messages/schemes-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { CheckIcon, DashIcon, FlagIcon } from '../../../shared/ui/icons.tsx';

const DOT: Record<StepOnTheWay['standing'], string> = {
  done: 'border-celadon bg-celadon text-on-celadon',
  here: 'border-celadon bg-celadon-soft text-celadon',
  ahead: 'border-line-strong bg-raised text-ink-3',
  stopped: 'border-line-strong bg-sunken text-ink-2',
  'left-out': 'border-dashed border-line-strong bg-sunken text-ink-3',
};

/** The steps of the case as rungs: what is done, where it is now, and how long each takes. */
export function StepLadder({ application }: { readonly application: Application }) {
  const m = useMessages(applicationsMessages);
  const words = useMessages(schemesMessages);
  const { steps, overruns } = application;
  return (
    <ol className="mt-4" aria-label={m.progress}>
      {steps.map((step, i) => (
        <li
          key={step.kind}
          className="relative flex gap-4 pb-6 last:pb-0"
          aria-current={step.standing === 'here' ? 'step' : undefined}
        >
          {i < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={`absolute top-9 bottom-0 left-[1.05rem] w-0.5 ${step.standing === 'done' ? 'bg-celadon' : 'bg-line'}`}
            />
          )}
          <span
            aria-hidden="true"
            className={`flex size-9 shrink-0 items-center justify-center rounded-full border-2 ${DOT[step.standing]}`}
          >
            {step.standing === 'done' ? (
              <CheckIcon />
            ) : step.standing === 'here' ? (
              <FlagIcon />
            ) : step.standing === 'left-out' || step.standing === 'stopped' ? (
              <DashIcon />
            ) : (
              i + 1
            )}
          </span>
          <div className="min-w-0 pt-1">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className={step.standing === 'here' ? 'font-semibold' : ''}>
                {words.step[step.kind] ?? step.kind}
              </span>
              <span className="text-small text-ink-2">{m.standing[step.standing]}</span>
            </p>
            <StepTimes step={step} />
            {overruns
              .filter(({ kind }) => kind === step.kind)
              .map((each) => (
                <Overrun key={each.kind} dueOn={each.dueOn} reason={each.reason} />
              ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepTimes({ step }: { readonly step: StepOnTheWay }) {
  const m = useMessages(applicationsMessages);
  const format = useFormat();
  const parts = [
    step.usedDays !== undefined && step.standing === 'done'
      ? m.used(String(step.usedDays))
      : m.limit(String(step.limitDays)),
    step.dueOn ? m.due(format.day(step.dueOn)) : '',
    step.averageDays === undefined ? '' : m.average(String(step.averageDays)),
  ].filter(Boolean);
  return <p className="text-small text-ink-2 tabular-nums">{parts.join(' · ')}</p>;
}

function Overrun({ dueOn, reason }: { readonly dueOn: string; readonly reason: string | undefined }) {
  const m = useMessages(applicationsMessages);
  const format = useFormat();
  return (
    <p className="mt-1 text-small text-amber">
      {m.overrun(format.day(dueOn))}
      {reason && <span className="block">{m.overrunReason(reason)}</span>}
    </p>
  );
}
