import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Ranking } from '@tidu/api/allocations/contract';
import { useState } from 'react';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useList, useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { useSession } from '../session/use-session.ts';
import { BudgetBar } from './budget-bar.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { LedgerPart } from './ledger-part.tsx';
import { PastPart } from './past-part.tsx';
import { type PoolKey, rankingQuery } from './queries.ts';
import { RankingTable } from './ranking-table.tsx';

export const Route = createLazyRoute('/allocations/$policyId/$poolId/$year')({ component: RankingPage });

/** Ranking of a pool: the table with its cut-off line, what a few points would do, and the confirmation. */
function RankingPage() {
  const { policyId, poolId, year } = Route.useParams();
  return (
    <OfficialsOnly>
      <PoolRanking poolKey={{ policyId, poolId, year: Number(year) }} />
    </OfficialsOnly>
  );
}

function PoolRanking({ poolKey }: { readonly poolKey: PoolKey }) {
  const m = useMessages(allocationsMessages);
  const text = useText();
  const [points, setPoints] = useState('1');
  const { data, isPending, error, refetch } = useQuery(rankingQuery(poolKey, points));
  return (
    <div className="mx-auto w-full max-w-[100rem] px-[var(--space-page)] pb-16">
      <PageHeader
        title={data ? text(data.label) : m.title}
        above={<Link to="/allocations">{m.back}</Link>}
        lead={data && `${m.year} ${data.year} · ${m.method[data.method] ?? ''}`}
      />
      {isPending && <Skeleton lines={10} />}
      {error && (
        <Notice tone="error" title={m.failed}>
          <p>{error.message}</p>
          <Button onClick={() => void refetch()}>{m.retry}</Button>
        </Notice>
      )}
      {data && (
        <div className="space-y-8">
          <BudgetBar {...data} />
          {data.changed.length > 0 && <ChangedNotice changed={data.changed} />}
          <Claims ranking={data} points={points} onPoints={setPoints} poolKey={poolKey} />
          <PastPart poolKey={poolKey} />
          <LedgerPart poolKey={poolKey} />
        </div>
      )}
    </div>
  );
}

interface ClaimsProps {
  readonly ranking: Ranking;
  readonly points: string;
  readonly onPoints: (next: string) => void;
  readonly poolKey: PoolKey;
}

function Claims({ ranking, points, onPoints, poolKey }: ClaimsProps) {
  const m = useMessages(allocationsMessages);
  const text = useText();
  const list = useList();
  const { session } = useSession();
  const [confirming, setConfirming] = useState(false);
  const mayConfirm = session?.staff.some(({ role }) => role === 'decision-maker') ?? false;
  if (ranking.claims.length === 0) return <EmptyState title={m.nothingWaiting} />;
  return (
    <section aria-label={m.table} className="space-y-4">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <p className="text-small text-ink-2">
          {m.orderedBy(ranking.order.map(({ label }) => text(label)).join(m.then))}
          <br />
          {m.tiedText}
        </p>
        <PointsSlider points={points} onChange={onPoints} />
      </div>
      <RankingTable ranking={ranking} />
      {ranking.unranked.length > 0 && (
        <p className="text-small text-ink-2">{m.unranked(list(ranking.unranked.map(({ firmName }) => firmName)))}</p>
      )}
      {mayConfirm && (
        <Button look="primary" onClick={() => setConfirming(true)}>
          {m.confirm}
        </Button>
      )}
      {confirming && <ConfirmDialog ranking={ranking} poolKey={poolKey} onClose={() => setConfirming(false)} />}
    </section>
  );
}

function PointsSlider({ points, onChange }: { readonly points: string; readonly onChange: (next: string) => void }) {
  const m = useMessages(allocationsMessages);
  return (
    <div className="w-full max-w-72">
      <label htmlFor="points" className="font-medium tabular-nums">
        {m.points(points)}
      </label>
      <input
        id="points"
        type="range"
        min="0.5"
        max="10"
        step="0.5"
        value={points}
        aria-describedby="points-hint"
        onChange={(event) => onChange(event.target.value)}
        className="mt-1 w-full accent-[var(--celadon)]"
      />
      <p id="points-hint" className="text-caption text-ink-2">
        {m.pointsHint}
      </p>
    </div>
  );
}
