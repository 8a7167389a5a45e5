import { useQuery } from '@tanstack/react-query';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { PanelCard } from './panel-card.tsx';
import { casePanelsQuery } from './queries.ts';

/** On the case page: the panels of this case and its score. */
export function PanelSection({ applicationId }: { readonly applicationId: string }) {
  const m = useMessages(panelsMessages);
  const { data, isPending, error } = useQuery(casePanelsQuery(applicationId));
  if (isPending) return <Skeleton lines={3} />;
  if (error) return <Notice tone="error">{error.message}</Notice>;
  if (!data.hasPanel) return <p className="text-ink-2">{m.staff.notUsed}</p>;
  return (
    <div className="space-y-4">
      {data.panelScore && <p className="text-h3 font-semibold text-celadon">{m.staff.score(data.panelScore)}</p>}
      {data.panels.length === 0 && (
        <p className="text-ink-2">
          {m.staff.none} <Link to="/panels">{m.staff.toPanels}</Link>
        </p>
      )}
      <ul className="grid gap-4 md:grid-cols-2">
        {data.panels.map((panel) => (
          <PanelCard key={panel.id} panel={panel} />
        ))}
      </ul>
    </div>
  );
}
