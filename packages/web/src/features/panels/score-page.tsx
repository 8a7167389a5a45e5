import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { CaseMaterial, Panel } from '@tidu/api/panels/contract';
import { panelsMessages } from '../../messages/panels-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { MaterialPart } from './material-part.tsx';
import { materialQuery, panelQuery } from './queries.ts';
import { ScoreForm } from './score-form.tsx';

export const Route = createLazyRoute('/panels/$panelId/cases/$applicationId')({ component: ScorePage });

/** One case before its expert: the application on the left, the scoring sheet with its running total beside it. */
function ScorePage() {
  const m = useMessages(panelsMessages);
  const { panelId, applicationId } = Route.useParams();
  const panel = useQuery(panelQuery(panelId));
  const material = useQuery(materialQuery(panelId, applicationId));
  const error = panel.error ?? material.error;
  return (
    <OfficialsOnly>
      <div className="mx-auto w-full max-w-[90rem] px-[var(--space-page)] pb-20">
        <PageHeader
          title={material.data?.title ?? m.title}
          above={
            <Link to="/panels/$panelId" params={{ panelId }}>
              {panel.data?.label ?? m.back}
            </Link>
          }
          lead={material.data?.isBlind && <span className="text-body">{m.firmHidden}</span>}
        />
        {error && <EmptyState title={error.message} />}
        {!error && (!panel.data || !material.data) && <Skeleton lines={12} />}
        {panel.data && material.data && <Both panel={panel.data} material={material.data} />}
      </div>
    </OfficialsOnly>
  );
}

function Both({ panel, material }: { readonly panel: Panel; readonly material: CaseMaterial }) {
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[1fr_26rem]">
      <MaterialPart panelId={panel.id} material={material} />
      <ScoreForm key={material.round} panel={panel} material={material} />
    </div>
  );
}
