import type { PanelSummary } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { PanelStatus } from './panel-status.tsx';

/** One panel in a list: what it is about and how far it is. */
export function PanelCard({ panel }: { readonly panel: PanelSummary }) {
  const m = useMessages(panelsMessages);
  const text = useText();
  return (
    <li className="relative rounded-2 border border-line bg-surface p-5">
      <div className="flex items-start justify-between gap-3">
        <h3 className="text-h3">
          <Link
            to="/panels/$panelId"
            params={{ panelId: panel.id }}
            className="text-ink no-underline after:absolute after:inset-0 hover:text-celadon"
          >
            {panel.label}
          </Link>
        </h3>
        <PanelStatus status={panel.status} />
      </div>
      <p className="mt-1 text-small text-ink-2">{text(panel.scheme)}</p>
      <p className="mt-3 flex flex-wrap gap-x-4 text-small tabular-nums">
        <span>{m.cases(panel.cases)}</span>
        <span>{m.experts(panel.experts)}</span>
        <span>{m.progress(panel.handedIn, panel.toHandIn)}</span>
        {panel.isBlind && <span className="text-ink-2">{m.blind}</span>}
      </p>
    </li>
  );
}
