import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { dayOfInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { GuideView } from './guide-view.tsx';
import { OpeningBadge } from './opening-badge.tsx';
import { OverrunSection } from './overrun-section.tsx';
import { schemeQuery } from './queries.ts';
import { SchemesFailed } from './schemes-failed.tsx';

export const Route = createLazyRoute('/schemes/$schemeId')({ component: SchemePage });

/** The guide of one scheme, with the way to apply. */
function SchemePage() {
  const m = useMessages(schemesMessages);
  const text = useText();
  const format = useFormat();
  const { schemeId } = Route.useParams();
  const { data: guide, isPending, isError, refetch } = useQuery(schemeQuery(schemeId));
  return (
    <div className="page-width pb-20">
      <PageHeader
        title={guide ? text(guide.scheme.label) : m.guide}
        above={<Link to="/schemes">{m.title}</Link>}
        lead={guide && text(guide.scheme.summary)}
      >
        {guide && (
          <div className="mt-5 space-y-4">
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              <OpeningBadge opening={guide.opening} />
              {guide.publishedAt && (
                <span className="text-small text-ink-2">
                  {m.revision(guide.revision, format.day(dayOfInstant(guide.publishedAt)))}
                </span>
              )}
            </div>
            <div className="flex flex-wrap gap-3">
              {guide.opening.isOpen && (
                <ButtonLink look="primary" to="/my/applications/new" search={{ scheme: schemeId }}>
                  {m.apply}
                </ButtonLink>
              )}
              <ButtonLink to="/self-check">{m.selfCheck}</ButtonLink>
            </div>
          </div>
        )}
      </PageHeader>
      {isPending && <Skeleton lines={10} />}
      {isError && <SchemesFailed retry={() => void refetch()} />}
      {guide && (
        <>
          {guide.scheme.basis === 'assumed' && (
            <div className="mb-10">
              <Notice tone="open">{m.assumed}</Notice>
            </div>
          )}
          <GuideView guide={guide} />
          <OverrunSection schemeId={schemeId} />
        </>
      )}
    </div>
  );
}
