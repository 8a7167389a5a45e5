import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { CaseFilters } from '@tidu/api/review/desk/contract';
import { useCallback, useRef, useState } from 'react';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useDocumentTitle } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CaseTable } from './case-table.tsx';
import { DeskOverview } from './desk-overview.tsx';
import { FilterBar } from './filter-bar.tsx';
import { OfficialsOnly } from './officials-only.tsx';
import { caseCountsQuery, caseListQuery, exportPath, overviewQuery } from './queries.ts';
import { SavedViews } from './saved-views.tsx';
import { useRowKeys } from './use-row-keys.ts';

/** The officials' desk: what is due first stands first, and the keyboard is enough. */
function DeskPage() {
  const m = useMessages(deskMessages);
  useDocumentTitle(m.title);
  return (
    <OfficialsOnly>
      <Desk />
    </OfficialsOnly>
  );
}

function Desk() {
  const m = useMessages(deskMessages);
  const filters = Route.useSearch();
  const navigate = useNavigate();
  const overview = useQuery(overviewQuery);
  const counts = useQuery(caseCountsQuery(filters));
  const searchBox = useRef<HTMLInputElement>(null);
  const setFilters = (next: CaseFilters): void => void navigate({ to: '/desk', search: next });
  return (
    <div className="mx-auto w-full max-w-[100rem] space-y-4 px-[var(--space-page)] pt-5 pb-10">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 tabIndex={-1} className="text-h2">
          {m.title}
        </h1>
        <p className="text-caption text-ink-3 max-md:hidden">{m.keys}</p>
      </div>
      {overview.data && <DeskOverview overview={overview.data} />}
      <SavedViews filters={filters} />
      <FilterBar
        filters={filters}
        onChange={setFilters}
        overview={overview.data}
        counts={counts.data}
        searchBox={searchBox}
      />
      <Queue key={JSON.stringify(filters)} filters={filters} searchBox={searchBox} />
    </div>
  );
}

interface QueueProps {
  readonly filters: CaseFilters;
  readonly searchBox: React.RefObject<HTMLInputElement | null>;
}

function Queue({ filters, searchBox }: QueueProps) {
  const m = useMessages(deskMessages);
  const text = useText();
  const navigate = useNavigate();
  const list = useInfiniteQuery(caseListQuery(filters));
  const overview = useQuery(overviewQuery);
  // No row before a key is pressed: the focus stays where the page put it.
  const [at, setAt] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = list.data?.pages.flatMap((page) => page.cases) ?? [];
  const toggle = useCallback((id: string | undefined): void => {
    if (id === undefined) return;
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  useRowKeys({
    count: rows.length,
    at,
    onMove: setAt,
    onOpen: () => {
      const row = rows[at];
      if (row) void navigate({ to: '/desk/cases/$id', params: { id: row.id } });
    },
    onSelect: () => toggle(rows[at]?.id),
    searchBox,
  });
  const departments = new Map((overview.data?.departments ?? []).map(({ id, label }) => [id, text(label)]));
  if (list.isPending) return <Skeleton lines={10} />;
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />;
  return (
    <div className="space-y-3">
      {rows.length === 0 ? (
        <EmptyState title={m.empty}>{m.emptyText}</EmptyState>
      ) : (
        <>
          <QueueLine filters={filters} loaded={rows.length} />
          <CaseTable rows={rows} at={at} selected={selected} onSelect={toggle} departments={departments} />
        </>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
      {/* Stays when what was done takes every case out of the list, so that the results can be read. */}
      {selected.size > 0 && (
        <BulkBar
          rows={rows.filter(({ id }) => selected.has(id))}
          colleagues={overview.data?.colleagues ?? []}
          onClear={() => setSelected(new Set())}
        />
      )}
    </div>
  );
}

/** How many there are, and the way to take all of them along. */
function QueueLine({ filters, loaded }: { readonly filters: CaseFilters; readonly loaded: number }) {
  const m = useMessages(deskMessages);
  const counts = useQuery(caseCountsQuery(filters));
  const states = filters.state?.split(',') ?? [];
  const total = counts.data?.byState.reduce(
    (sum, { state, count }) => (states.length === 0 || states.includes(state) ? sum + count : sum),
    0,
  );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-small text-ink-2">
      <p aria-live="polite">
        {total !== undefined && m.found(total)} · {m.loaded(loaded)}
      </p>
      <p className="flex flex-wrap items-center gap-2" title={m.exportHint}>
        <a className={buttonClass('secondary', 'dense')} href={exportPath(filters, 'xlsx')} download>
          {m.exportXlsx}
        </a>
        <a className={buttonClass('secondary', 'dense')} href={exportPath(filters, 'csv')} download>
          {m.exportCsv}
        </a>
      </p>
    </div>
  );
}

function Failed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const m = useMessages(deskMessages);
  return (
    <Notice tone="error" title={m.failed}>
      <p>{error.message}</p>
      <Button className="mt-3" onClick={retry}>
        {m.retry}
      </Button>
    </Notice>
  );
}

export const Route = createLazyRoute('/desk')({ component: DeskPage });
