import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { consultationsQuery, noticesQuery } from '../queries.ts';

export const Route = createLazyRoute('/consultations')({ component: ConsultationsPage });

/** What the public is asked about now, and what was published. */
function ConsultationsPage() {
  const m = useMessages(studioForceMessages);
  const text = useText();
  const format = useFormat();
  const list = useQuery(consultationsQuery);
  const notices = useQuery(noticesQuery);
  const all = list.data?.consultations ?? [];
  return (
    <div className="page-width pb-20">
      <PageHeader title={m.consultationsTitle} lead={m.consultationsLead} />
      {list.isPending && <Skeleton lines={5} />}
      {list.isError && <Notice tone="error">{list.error.message}</Notice>}
      {list.data && all.length === 0 && <EmptyState title={m.noConsultations} />}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {all.map((each) => (
          <li key={each.id} className="py-5">
            <p className={`text-small font-medium ${each.isOpen ? 'text-celadon' : 'text-ink-3'}`}>
              {each.isOpen ? m.openLeft(each.daysLeft) : m.closed}
            </p>
            <h2 className="mt-1 text-h3">
              <Link to="/consultations/$id" params={{ id: each.id }}>
                {text(each.title)}
              </Link>
            </h2>
            <p className="mt-1 text-small text-ink-2">
              {m.period(format.day(each.opensOn), format.day(each.closesOn))} · {m.opinionCount(each.comments)}
            </p>
          </li>
        ))}
      </ul>
      {(notices.data?.notices.length ?? 0) > 0 && (
        <section className="mt-12">
          <h2 className="text-h2">{m.noticesTitle}</h2>
          <ul className="mt-3 divide-y divide-line border-y border-line">
            {notices.data?.notices.map((each) => (
              <li key={each.id} className="flex flex-wrap justify-between gap-x-8 gap-y-1 py-3">
                <Link to="/policy-notices/$id" params={{ id: each.id }}>
                  {text(each.label)}
                </Link>
                <span className="text-small text-ink-2">
                  {m.publishedOn(format.day(each.publishedOn))} · {m.from(format.day(each.inForceFrom))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
