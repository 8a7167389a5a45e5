import type { ReactNode } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { CheckIcon, WarnIcon } from '../../../shared/ui/icons.tsx';

export type StepState = 'done' | 'open' | 'blocked' | 'waiting';

const DOT: Record<StepState, string> = {
  done: 'border-celadon bg-celadon text-on-celadon',
  open: 'border-line-strong bg-raised text-ink-2',
  blocked: 'border-amber bg-amber-soft text-amber',
  waiting: 'border-amber text-amber',
};

interface ForceStepProps {
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly state: StepState;
  readonly children: ReactNode;
}

/** One thing to be done on the way to force. */
export function ForceStep({ number, title, lead, state, children }: ForceStepProps) {
  const m = useMessages(studioForceMessages);
  return (
    <li className="relative pb-8 pl-11 before:absolute before:top-8 before:bottom-0 before:left-[0.94rem] before:w-0.5 before:bg-line last:pb-0 last:before:hidden">
      <span
        aria-hidden="true"
        className={`absolute top-0 left-0 inline-flex size-8 items-center justify-center rounded-full border text-small ${DOT[state]}`}
      >
        {state === 'done' ? <CheckIcon /> : state === 'blocked' ? <WarnIcon /> : number}
      </span>
      <h2 className="text-h3">
        {title}
        <span className="ml-3 text-caption font-normal text-ink-2">{m.stepState[state]}</span>
      </h2>
      <p className="text-small text-ink-2">{lead}</p>
      <div className="mt-3 space-y-3">{children}</div>
    </li>
  );
}
