import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Panel } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { CaseList } from './case-list.tsx';
import { ClosePart } from './close-part.tsx';
import { DeclarePart } from './declare-part.tsx';
import { ExpertsPart } from './experts-part.tsx';
import { PanelStatus } from './panel-status.tsx';
import { panelQuery } from './queries.ts';
import { ResultsPart } from './results-part.tsx';
import { SheetPart } from './sheet-part.tsx';

export const Route = createLazyRoute('/panels/$panelId')({ component: PanelPage });

/** One panel: for an expert the cases to declare on and score, for all the results once unsealed. */
function PanelPage() {
  const m = useMessages(panelsMessages);
  const { panelId } = Route.useParams();
  const { data, isPending, error, refetch } = useQuery(panelQuery(panelId));
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        {data && <OnePanel panel={data} />}
        {!data && <PageHeader title={m.title} />}
        {isPending && <Skeleton lines={8} />}
        {error && (
          <Notice tone="error" title={m.failed}>
            <p>{error.message}</p>
            <Button onClick={() => void refetch()}>{m.retry}</Button>
          </Notice>
        )}
      </div>
    </OfficialsOnly>
  );
}

function OnePanel({ panel }: { readonly panel: Panel }) {
  const m = useMessages(panelsMessages);
  const text = useText();
  return (
    <>
      <PageHeader
        title={panel.label}
        above={<Link to="/panels">{m.back}</Link>}
        lead={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
            {text(panel.scheme)}
            <PanelStatus status={panel.status} />
            {panel.isBlind && <span className="text-small">{m.blind}</span>}
            {panel.round > 1 && <span className="text-small">{m.round(panel.round)}</span>}
          </span>
        }
      />
      <div className="space-y-10">
        {panel.isBlind && panel.cases.some(({ mine }) => mine?.declaration === 'missing') && (
          <DeclarePart panelId={panel.id} />
        )}
        <CaseList panel={panel} />
        {panel.status === 'scoring' ? <Notice title={m.sealed}>{m.sealedText}</Notice> : <ResultsPart panel={panel} />}
        <ClosePart panel={panel} />
        <ExpertsPart panel={panel} />
        <SheetPart sheet={panel.sheet} />
      </div>
    </>
  );
}
