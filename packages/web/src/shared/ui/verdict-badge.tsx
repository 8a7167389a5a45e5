import type { Verdict } from '@tidu/rules';
import type { ReactElement } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { CheckIcon, CrossIcon, DashIcon, NearIcon, PersonIcon, QuestionIcon } from './icons.tsx';

/** The verdicts of the rules plus 差一点. */
export type ShownVerdict = Verdict | 'nearMiss';

const LOOK: Record<ShownVerdict, { readonly tone: string; readonly icon: ReactElement }> = {
  yes: { tone: 'border-celadon bg-celadon text-on-celadon', icon: <CheckIcon /> },
  no: { tone: 'border-line-strong bg-raised text-ink', icon: <CrossIcon /> },
  undetermined: { tone: 'border-dashed border-amber bg-amber-soft text-amber', icon: <QuestionIcon /> },
  judgement: { tone: 'border-line-strong bg-sunken text-ink', icon: <PersonIcon /> },
  notApplicable: { tone: 'border-transparent bg-sunken text-ink-2', icon: <DashIcon /> },
  nearMiss: { tone: 'border-amber bg-raised text-amber', icon: <NearIcon /> },
};

/** A verdict in its fixed word, with icon and shape: never by colour alone. `veto` marks a failed veto in seal red. */
export function VerdictBadge({ verdict, veto }: { readonly verdict: ShownVerdict; readonly veto?: boolean }) {
  const m = useMessages(uiMessages);
  const { tone, icon } = LOOK[verdict];
  const colours = veto && verdict === 'no' ? 'border-seal bg-seal-soft text-seal' : tone;
  return (
    <span
      data-verdict={verdict}
      className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-caption font-medium whitespace-nowrap ${colours}`}
    >
      {icon}
      {m.verdict[verdict]}
    </span>
  );
}
