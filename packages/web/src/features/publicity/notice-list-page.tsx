import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { NoticeSummary } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { AwardsPart } from './awards-part.tsx';
import { noticeListQuery } from './queries.ts';

export const Route = createLazyRoute('/publicity')({ component: NoticeListPage });

/** Every public notice, the open ones first, and what was approved; for everyone to read. */
function NoticeListPage() {
  const m = useMessages(publicityMessages);
  const list = useInfiniteQuery(noticeListQuery);
  const notices = list.data?.pages.flatMap((page) => page.notices) ?? [];
  const open = notices.filter(({ isOpen }) => isOpen);
  const past = notices.filter(({ isOpen }) => !isOpen);
  return (
    <div className="page-width pb-20">
      <PageHeader title={m.title} lead={m.lead} />
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && (
        <Notice tone="error" title={m.failed}>
          <div className="mt-3">
            <Button onClick={() => void list.refetch()}>{m.retry}</Button>
          </div>
        </Notice>
      )}
      {list.data && notices.length === 0 && <EmptyState title={m.none}>{m.noneText}</EmptyState>}
      {open.length > 0 && <NoticeGroup title={m.open} notices={open} />}
      {past.length > 0 && <NoticeGroup title={m.past} notices={past} />}
      {list.hasNextPage && (
        <div className="mt-6">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
      <AwardsPart />
    </div>
  );
}

function NoticeGroup({ title, notices }: { readonly title: string; readonly notices: readonly NoticeSummary[] }) {
  return (
    <section className="mt-8 first-of-type:mt-0" aria-label={title}>
      <h2 className="text-h2">{title}</h2>
      <ul className="mt-4 grid gap-4 md:grid-cols-2">
        {notices.map((each) => (
          <NoticeCard key={each.id} notice={each} />
        ))}
      </ul>
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: NoticeSummary }) {
  const m = useMessages(publicityMessages);
  const text = useText();
  const format = useFormat();
  return (
    <li
      className={`relative rounded-2 border border-line border-t-4 bg-surface p-5 ${notice.isOpen ? 'border-t-celadon-glaze' : 'border-t-line-strong'}`}
    >
      <p className="text-small text-ink-2 tabular-nums">
        {notice.number} · {m.published(format.day(notice.publishedOn))}
      </p>
      <h3 className="mt-1 text-h3">
        <Link
          to="/publicity/$noticeId"
          params={{ noticeId: notice.id }}
          className="text-ink no-underline after:absolute after:inset-0 hover:text-celadon"
        >
          {text(notice.scheme)}
        </Link>
      </h3>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        {notice.total !== null && <span className="text-figure font-semibold">{format.money(notice.total)}</span>}
        <span className="text-ink-2">{m.firms(notice.firms)}</span>
      </p>
      <p className="mt-3 flex flex-wrap gap-x-4 text-small">
        {notice.until !== null && <span className="font-medium text-celadon">{m.until(format.day(notice.until))}</span>}
        {notice.openObjections > 0 && <span className="text-amber">{m.statuses.objection}</span>}
      </p>
    </li>
  );
}
