import type { PanelSummary } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

const LOOK: Readonly<Record<PanelSummary['status'], string>> = {
  scoring: 'border-amber bg-amber-soft text-amber',
  unsealed: 'border-celadon bg-celadon-wash text-celadon-strong',
  closed: 'border-line-strong bg-sunken text-ink-2',
};

export function PanelStatus({ status }: { readonly status: PanelSummary['status'] }) {
  const m = useMessages(panelsMessages);
  return (
    <span className={`rounded-full border px-2.5 py-0.5 text-caption font-medium whitespace-nowrap ${LOOK[status]}`}>
      {m.statuses[status]}
    </span>
  );
}
