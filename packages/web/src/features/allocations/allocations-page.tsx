import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { PoolList } from '@tidu/api/allocations/contract';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useList, useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { BudgetBar } from './budget-bar.tsx';
import { poolListQuery } from './queries.ts';

export const Route = createLazyRoute('/allocations')({ component: AllocationsPage });

/** The pools of a year: how far each budget has burnt down, and what waits to be ranked. */
function AllocationsPage() {
  const m = useMessages(allocationsMessages);
  return (
    <OfficialsOnly>
      <div className="page-width pb-20">
        <PageHeader title={m.title} lead={m.lead} />
        <Pools />
      </div>
    </OfficialsOnly>
  );
}

function Pools() {
  const m = useMessages(allocationsMessages);
  const { year } = Route.useSearch();
  const { data, isPending, error, refetch } = useQuery(poolListQuery(year));
  if (isPending) return <Skeleton lines={8} />;
  if (error)
    return (
      <Notice tone="error" title={m.failed}>
        <p>{error.message}</p>
        <Button onClick={() => void refetch()}>{m.retry}</Button>
      </Notice>
    );
  return (
    <>
      <YearPicker year={data.year} />
      {data.pools.length === 0 && <EmptyState title={m.none} />}
      <ul className="mt-5 grid gap-5 lg:grid-cols-2">
        {data.pools.map((pool) => (
          <PoolCard key={`${pool.policyId} ${pool.poolId}`} pool={pool} />
        ))}
      </ul>
    </>
  );
}

function YearPicker({ year }: { readonly year: number }) {
  const m = useMessages(allocationsMessages);
  const navigate = useNavigate();
  const years = [year - 2, year - 1, year, year + 1];
  return (
    <label className="inline-flex items-center gap-3 text-small">
      {m.year}
      <select
        className="control w-auto"
        value={year}
        onChange={(event) => void navigate({ to: '/allocations', search: { year: Number(event.target.value) } })}
      >
        {years.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}

function PoolCard({ pool }: { readonly pool: PoolList['pools'][number] }) {
  const m = useMessages(allocationsMessages);
  const text = useText();
  const list = useList();
  const { policyId, poolId, year } = pool;
  return (
    <li className="rounded-2 border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-h3">{text(pool.label)}</h2>
        <p className={pool.waiting > 0 ? 'font-medium text-amber' : 'text-small text-ink-2'}>
          {pool.waiting > 0 ? m.waiting(pool.waiting) : pool.changed > 0 ? '' : m.nothingWaiting}
          {pool.changed > 0 && <span className="ml-3 font-medium text-seal">{m.changed(pool.changed)}</span>}
        </p>
      </div>
      <p className="mt-1 mb-4 text-small text-ink-2">
        {m.method[pool.method]} · {list(pool.schemes.map(({ label }) => text(label)))}
      </p>
      <BudgetBar {...pool} />
      <div className="mt-5">
        <ButtonLink
          to="/allocations/$policyId/$poolId/$year"
          params={{ policyId, poolId, year: String(year) }}
          look={pool.waiting + pool.changed > 0 ? 'primary' : 'secondary'}
        >
          {m.open}
        </ButtonLink>
      </div>
    </li>
  );
}
