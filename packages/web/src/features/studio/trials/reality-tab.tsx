import { useQuery } from '@tanstack/react-query';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { chinaDay } from '../china-day.ts';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { realityQuery, transitionsQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { useLabels } from './labels.ts';
import { useSum } from './use-sum.ts';

/** What the trial said before publication, what the same text says of the firms now, and what was really applied for. */
export default function RealityTab() {
  const m = useMessages(studioWorkMessages);
  const format = useFormat();
  const sum = useSum();
  const instant = useInstant();
  const { draft } = useDraftDesk();
  const reality = useQuery(realityQuery(draft.id));
  const nameOf = useLabels(reality.data?.labels ?? {});
  if (reality.isPending) return <WorkingOut />;
  if (reality.isError) return <StudioFailed error={reality.error} retry={() => void reality.refetch()} />;
  const { promised, now, applied } = reality.data;
  const standings = [...new Set([...Object.keys(promised?.standings ?? {}), ...Object.keys(now.standings)])];
  const pools = [...new Set([...Object.keys(promised?.pools ?? {}), ...Object.keys(now.pools)])];
  const percent = (a: number, b: number | undefined): string =>
    b === undefined
      ? '—'
      : a === b
        ? m.same
        : b === 0
          ? '—'
          : `${a >= b ? '+' : ''}${(((a - b) / b) * 100).toFixed(1)}%`;
  return (
    <div className="max-w-5xl space-y-8">
      <p className="text-ink-2">
        {m.realityLead(format.day(chinaDay(new Date(reality.data.publishedOn))), format.day(reality.data.inForceFrom))}
      </p>
      {promised && <p className="text-small text-ink-2">{m.promisedAt(instant(promised.at))}</p>}
      {!promised && <Notice tone="open">{m.noPromise}</Notice>}
      <DataTable
        caption={m.firmsByTier}
        rows={standings}
        rowId={(id) => id}
        columns={[
          { id: 'tier', head: m.tier, rowHead: true, cell: nameOf },
          {
            id: 'promised',
            head: m.promised,
            align: 'right',
            cell: (id) => promised?.standings[id] ?? '—',
          },
          { id: 'now', head: m.nowOnFile, align: 'right', cell: (id) => now.standings[id] ?? 0 },
          {
            id: 'change',
            head: m.deviation,
            align: 'right',
            wideOnly: true,
            cell: (id) => percent(now.standings[id] ?? 0, promised?.standings[id]),
          },
          { id: 'applied', head: m.appliedAs, align: 'right', cell: (id) => applied.byBest[id] ?? 0 },
        ]}
      />
      {pools.length > 0 && (
        <DataTable
          caption={m.moneyByPool}
          rows={pools}
          rowId={(id) => id}
          columns={[
            { id: 'pool', head: m.pool, rowHead: true, cell: nameOf },
            {
              id: 'promised',
              head: m.promised,
              align: 'right',
              cell: (id) => (promised?.pools[id] ? sum.range(promised.pools[id]) : '—'),
            },
            {
              id: 'now',
              head: m.nowOnFile,
              align: 'right',
              cell: (id) => (now.pools[id] ? sum.range(now.pools[id]) : '—'),
            },
          ]}
        />
      )}
      <DataTable
        caption={m.whatHappened}
        rows={[applied]}
        rowId={() => 'applied'}
        columns={[
          { id: 'n', head: m.submissions, align: 'right', cell: (a) => a.submissions },
          { id: 'yes', head: m.approvedCases, align: 'right', cell: (a) => a.approved },
          { id: 'no', head: m.refusedCases, align: 'right', cell: (a) => a.refused },
          { id: 'open', head: m.openCases, align: 'right', cell: (a) => a.open },
          { id: 'claimed', head: m.claimed, align: 'right', cell: (a) => format.money(a.claimed) },
          { id: 'decided', head: m.decided, align: 'right', cell: (a) => format.money(a.decided) },
        ]}
      />
      <Transitions />
    </div>
  );
}

/** A hundred thousand firms take seconds to read: whoever waits knows what for. */
function WorkingOut() {
  const m = useMessages(studioWorkMessages);
  return (
    <div className="max-w-5xl space-y-5">
      <div role="status">
        <p className="font-medium">{m.realityWorking}</p>
        <p className="text-small text-ink-2">{m.realityWorkingHint}</p>
      </div>
      <Skeleton lines={8} />
    </div>
  );
}

/** What became of each draft and case on the day the version took effect. */
function Transitions() {
  const m = useMessages(studioWorkMessages);
  const { draft } = useDraftDesk();
  const { data } = useQuery(transitionsQuery(draft.id));
  if (!data || data.rows.length === 0) return null;
  return (
    <DataTable
      dense
      caption={m.transitions}
      rows={data.rows}
      rowId={({ applicationId }) => applicationId}
      columns={[
        { id: 'firm', head: m.firmName, rowHead: true, cell: (row) => row.firmName },
        { id: 'number', head: m.number, wideOnly: true, cell: (row) => row.number ?? m.firmDraft },
        { id: 'rule', head: m.ruleChosen, cell: (row) => m.rules[row.rule] },
        { id: 'outcome', head: m.outcome, cell: (row) => m.outcomes[row.outcome] },
      ]}
    />
  );
}
