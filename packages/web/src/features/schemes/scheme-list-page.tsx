import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OpeningBadge } from './opening-badge.tsx';
import { schemeListQuery } from './queries.ts';
import { SchemesFailed } from './schemes-failed.tsx';

export const Route = createLazyRoute('/schemes')({ component: SchemeListPage });

/** What one can apply for, open schemes first. */
function SchemeListPage() {
  const m = useMessages(schemesMessages);
  const text = useText();
  const list = useQuery(schemeListQuery);
  return (
    <div className="page-width pb-20">
      <PageHeader title={m.title} lead={m.lead} />
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && <SchemesFailed retry={() => void list.refetch()} />}
      <ul className="border-t border-line">
        {list.data?.schemes.map((scheme) => (
          <li
            key={scheme.id}
            className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4 border-b border-line py-7"
          >
            <div className="min-w-0 flex-1 basis-80">
              <h2 className="text-h2">
                <Link
                  to="/schemes/$schemeId"
                  params={{ schemeId: scheme.id }}
                  className="text-ink no-underline hover:text-celadon hover:underline hover:underline-offset-4"
                >
                  {text(scheme.label)}
                </Link>
              </h2>
              <div className="mt-2">
                <OpeningBadge opening={scheme.opening} />
              </div>
              <p className="mt-3 max-w-prose text-ink-2">{text(scheme.summary)}</p>
            </div>
            <div className="flex flex-wrap gap-3">
              <ButtonLink to="/schemes/$schemeId" params={{ schemeId: scheme.id }}>
                {m.readGuide}
              </ButtonLink>
              {scheme.opening.isOpen && (
                <ButtonLink look="primary" to="/my/applications/new" search={{ scheme: scheme.id }}>
                  {m.apply}
                </ButtonLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
