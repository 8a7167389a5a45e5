import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { NoticeRow, Notice as PublicNotice } from '@tidu/api/publicity/contract';
import { useState } from 'react';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { NoticeRows } from './notice-rows.tsx';
import { ObjectionDialog } from './objection-dialog.tsx';
import { noticeQuery } from './queries.ts';

export const Route = createLazyRoute('/publicity/$noticeId')({ component: NoticePage });

/** One public notice: who, what, how much, until when, and how to object. Printable as it stands. */
function NoticePage() {
  const m = useMessages(publicityMessages);
  const { noticeId } = Route.useParams();
  const { data, isPending, error, refetch } = useQuery(noticeQuery(noticeId));
  const isMissing = error instanceof RequestFailed && error.status === 404;
  return (
    <div className="page-width pb-20">
      {data && <OneNotice notice={data} />}
      {!data && <PageHeader title={m.title} />}
      {isPending && <Skeleton lines={8} />}
      {isMissing && <EmptyState title={m.notFound} action={<Link to="/publicity">{m.all}</Link>} />}
      {error && !isMissing && (
        <Notice tone="error" title={m.failed}>
          <Button onClick={() => void refetch()}>{m.retry}</Button>
        </Notice>
      )}
    </div>
  );
}

function OneNotice({ notice }: { readonly notice: PublicNotice }) {
  const m = useMessages(publicityMessages);
  const text = useText();
  const format = useFormat();
  const [objecting, setObjecting] = useState<NoticeRow>();
  const until = notice.rows
    .flatMap((row) => row.until ?? [])
    .toSorted()
    .at(-1);
  return (
    <>
      <PageHeader
        title={text(notice.scheme)}
        above={<Link to="/publicity">{m.title}</Link>}
        lead={<span className="tabular-nums">{notice.number}</span>}
      >
        <dl className="mt-6 grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-5 md:grid-cols-4">
          <Fact label={m.publishedLabel}>{format.day(notice.publishedOn)}</Fact>
          <Fact label={m.untilLabel} note={m.days(notice.workingDays)}>
            {until ? format.day(until) : m.past}
          </Fact>
          <Fact label={m.firm}>{m.firms(notice.rows.length)}</Fact>
          {notice.total !== null && <Fact label={m.total}>{format.money(notice.total)}</Fact>}
        </dl>
      </PageHeader>
      <NoticeRows notice={notice} onObject={setObjecting} />
      <section className="mt-8 rounded-2 border border-line bg-surface p-5" aria-labelledby="whom">
        <h2 id="whom" className="text-h3">
          {m.whom}
        </h2>
        <p className="mt-2 max-w-prose text-ink-2">{m.whomText}</p>
        <p className="mt-1 max-w-prose whitespace-pre-line">{text(notice.contact)}</p>
      </section>
      <div className="mt-6" data-screen-only="">
        <Button onClick={() => window.print()}>{m.print}</Button>
      </div>
      <p className="mt-6 hidden text-caption text-ink-2 print:block">{m.printed}</p>
      {objecting && (
        <ObjectionDialog
          noticeId={notice.id}
          row={objecting}
          limits={notice.files}
          onClose={() => setObjecting(undefined)}
        />
      )}
    </>
  );
}

interface FactProps {
  readonly label: string;
  readonly note?: string;
  readonly children: React.ReactNode;
}

function Fact({ label, note, children }: FactProps) {
  return (
    <div>
      <dt className="text-small text-ink-2">{label}</dt>
      <dd className="mt-0.5 text-h3 font-semibold tabular-nums">{children}</dd>
      {note && <dd className="mt-0.5 text-caption text-ink-2">{note}</dd>}
    </div>
  );
}
