import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { auditMessages } from '../../messages/audit-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { SignInFirst } from '../session/sign-in-first.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { auditQuery, queryOf } from './queries.ts';
import { VerifyChain } from './verify-chain.tsx';

export const Route = createLazyRoute('/audit')({
  component: () => (
    <SignInFirst>
      <AuditPage />
    </SignInFirst>
  ),
});

/** The audit trail for auditors: filter, read, export exactly that, verify the chain. */
function AuditPage() {
  const m = useMessages(auditMessages);
  const search = Route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(auditQuery(search));
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const exportHref = (format: string): string => `/api/v1/audit/export?${queryOf(search, { format })}`;
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.title} lead={m.lead} />
      <VerifyChain />
      <AuditFilters
        key={queryOf(search)}
        search={search}
        onChange={(next) => void navigate({ to: '/audit', search: next })}
      />
      <div className="mt-6 mb-3 flex flex-wrap gap-3">
        <a className={buttonClass('secondary', 'dense')} href={exportHref('csv')} download="audit.csv">
          {m.exportCsv}
        </a>
        <a className={buttonClass('secondary', 'dense')} href={exportHref('ndjson')} download="audit.ndjson">
          {m.exportNdjson}
        </a>
      </div>
      {list.isPending && <Skeleton lines={10} />}
      {list.error && (
        <Notice tone="error" title={m.failed}>
          {list.error.message}
        </Notice>
      )}
      {list.isSuccess && <AuditTable entries={entries} />}
      {list.hasNextPage && (
        <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </div>
  );
}
