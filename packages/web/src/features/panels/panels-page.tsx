import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { useSession } from '../session/use-session.ts';
import { PanelCard } from './panel-card.tsx';
import { panelListQuery } from './queries.ts';
import { WaitingPart } from './waiting-part.tsx';

export const Route = createLazyRoute('/panels')({ component: PanelsPage });

/** An expert's own panels; for their keepers all panels, and the cases that still need one. */
function PanelsPage() {
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        <Panels />
      </div>
    </OfficialsOnly>
  );
}

function Panels() {
  const m = useMessages(panelsMessages);
  const { session } = useSession();
  const { data, isPending, error, refetch } = useQuery(panelListQuery);
  const isExpert = session?.staff.some(({ role }) => role === 'panel-expert') ?? false;
  const mayCreate = session?.staff.some(({ role }) => role === 'intake-clerk' || role === 'decision-maker') ?? false;
  return (
    <>
      <PageHeader title={m.title} lead={isExpert ? m.lead : m.leadKeeper} />
      {isPending && <Skeleton lines={6} />}
      {error && (
        <Notice tone="error" title={m.failed}>
          <p>{error.message}</p>
          <Button onClick={() => void refetch()}>{m.retry}</Button>
        </Notice>
      )}
      {data && data.waiting.length > 0 && <WaitingPart waiting={data.waiting} mayCreate={mayCreate} />}
      {data && data.panels.length === 0 && <EmptyState title={m.none}>{isExpert && m.noneText}</EmptyState>}
      {data && data.panels.length > 0 && (
        <section aria-labelledby="panels-title">
          <h2 id="panels-title" className="sr-only">
            {m.back}
          </h2>
          <ul className="grid gap-4 md:grid-cols-2">
            {data.panels.map((panel) => (
              <PanelCard key={panel.id} panel={panel} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
